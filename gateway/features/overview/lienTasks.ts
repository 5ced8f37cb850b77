import type { OverviewTask } from "./overviewTasks.ts";

/** Goods are no money: of liens on them an item has no amount. */
const lien = (party: string, at: string) => `
  SELECT l.lien_id AS id, ${party} AS party, CASE WHEN l.asset = 'certificate' THEN l.amount END AS amount,
    CASE WHEN l.asset = 'certificate' THEN l.unit END AS currency, coalesce(c.due_date, r.storage_until) AS due_date,
    ${at} AS at
  FROM projected.lien l
  LEFT JOIN projected.certificate c ON l.asset = 'certificate' AND c.certificate_id = l.token_id
  LEFT JOIN projected.receipt r ON l.asset = 'receipt' AND r.receipt_id = l.token_id
  WHERE`;

/** What waits for parties of liens. */
export const lienTasks: readonly OverviewTask[] = [
  {
    task: "accept-pledges",
    roles: ["financier"],
    kind: "lien",
    sql: `${lien("l.debtor", "l.expires_at")} l.secured_party = $1 AND l.state = 'proposed'
      AND l.accepted_at IS NULL AND l.expires_at >= $3`,
  },
  {
    task: "register-pledges",
    roles: ["financier"],
    kind: "lien",
    sql: `${lien("l.debtor", "l.expires_at")} l.secured_party = $1 AND l.state = 'proposed'
      AND l.asset <> 'receipt' AND l.accepted_at IS NOT NULL AND l.expires_at >= $3`,
  },
  {
    task: "countersign-pledges",
    roles: ["custodian"],
    kind: "lien",
    sql: `${lien("l.debtor", "l.expires_at")} l.owed_by = $1 AND l.asset = 'receipt'
      AND l.state = 'proposed' AND l.countersigned_at IS NULL AND l.expires_at >= $3`,
  },
  {
    // Whoever is secured by what falls due collects and releases, or enforces.
    task: "release-liens",
    roles: ["financier"],
    kind: "lien",
    sql: `${lien("l.debtor", "l.activated_at")} l.secured_party = $1 AND l.state = 'active'
      AND coalesce(c.due_date, r.storage_until) <= $2::date + 7`,
  },
  {
    task: "deliver-lien-sales",
    kind: "lien",
    sql: `${lien("l.secured_party", "l.defaulted_at")} $1 IN (l.secured_party, l.buyer) AND l.state = 'paid'`,
  },
  {
    task: "confirm-enforcements",
    roles: ["legal"],
    kind: "lien",
    sql: `SELECT e.lien_id AS id, e.proposed_by AS party, NULL::numeric AS amount, NULL::text AS currency,
        NULL::date AS due_date, e.proposed_at AS at
      FROM projected.lien_enforcement e JOIN projected.lien l ON l.lien_id = e.lien_id
      WHERE e.confirmed_at IS NULL AND l.state = 'active' AND lower(e.proposed_account) <> lower($4)`,
  },
];
