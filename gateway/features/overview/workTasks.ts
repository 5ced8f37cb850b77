import type { OverviewTask } from "./overviewTasks.ts";

const amounts = `CASE WHEN jsonb_array_length(a.amounts) = 1
  THEN (a.amounts -> 0 ->> 'amountMinor')::numeric END AS amount,
  CASE WHEN jsonb_array_length(a.amounts) = 1 THEN a.amounts -> 0 ->> 'currency' END AS currency`;

const approval = (at: string) => `
  SELECT a.approval_id AS id, a.parties[1] AS party, ${amounts}, NULL::date AS due_date, ${at} AS at
  FROM local.approval a WHERE a.member_id = $1`;

/** What waits for one person of a member, rather than for the member. */
export const workTasks: readonly OverviewTask[] = [
  {
    task: "approve-requests",
    kind: "approval",
    sql: `${approval("a.expires_at")} AND a.state = 'waiting' AND a.expires_at > now() AND a.asked_by <> $5
      AND a.approver_scopes <@ $6::text[] AND NOT EXISTS (SELECT 1 FROM local.approval_decision d
        WHERE d.approval_id = a.approval_id AND d.person = $5)`,
  },
  {
    task: "collect-approved",
    kind: "approval",
    sql: `${approval("a.decided_at")} AND a.state = 'approved' AND a.asked_by = $5
      AND a.decided_at < now() - interval '1 minute'`,
  },
  {
    task: "repair-webhooks",
    kind: "subscription",
    sql: `SELECT s.subscription_id AS id, NULL::int8 AS party, NULL::numeric AS amount, NULL::text AS currency,
        NULL::date AS due_date, coalesce(s.last_failure_at, s.created_at) AS at
      FROM local.subscription s WHERE s.member_id = $1 AND 'administer' = ANY($6::text[])
        AND (s.paused_because IS NOT NULL OR EXISTS (SELECT 1 FROM local.delivery d
          WHERE d.subscription_id = s.subscription_id AND d.state = 'dead'))`,
  },
  {
    task: "watch-offers",
    kind: "offer",
    sql: `SELECT o.offer_id AS id, o.to_member AS party, o.value_minor AS amount, c.currency, c.due_date,
        o.expires_at AS at
      FROM projected.offer o JOIN projected.certificate c ON c.certificate_id = o.certificate_id
      WHERE o.from_member = $1 AND o.state = 'open'
        AND o.expires_at BETWEEN $3 AND $3::timestamptz + interval '2 days'`,
  },
];
