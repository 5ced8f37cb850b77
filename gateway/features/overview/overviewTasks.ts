import type { MemberRole } from "@tallystick/sdk";
import { lienTasks } from "./lienTasks.ts";
import { stockTasks } from "./stockTasks.ts";
import { workTasks } from "./workTasks.ts";

/** Something that waits for a member, and how it is found. */
export interface OverviewTask {
  readonly task: string;
  /** Who has such work; nobody in particular: every member. */
  readonly roles?: readonly MemberRole[];
  /** What the ids of its items are. */
  readonly kind: string;
  /**
   * `SELECT id, party, amount, currency, due_date, at`; $1 is the member, $2 the ledger's civil date, $3 its time, $4
   * the acting account, $5 the person, $6 its scopes.
   */
  readonly sql: string;
}

const receivable = (party: string, at: string) =>
  `SELECT receivable_id AS id, ${party} AS party, amount_minor AS amount, currency, due_date, ${at} AS at
   FROM projected.receivable WHERE`;

const open = (kind: string) => `
  SELECT p.proposal_id AS id, p.proposed_by AS party, COALESCE(p.terms ->> 'paid', p.terms ->> 'value')::numeric AS amount,
    c.currency, c.due_date, p.proposed_at AS at
  FROM local.proposal p JOIN projected.certificate c ON c.certificate_id = p.certificate_id
  WHERE p.kind = '${kind}' AND (p.obligor = $1 OR p.holder = $1) AND p.proposed_by <> $1 AND p.withdrawn_at IS NULL
    AND p.deadline >= $3 AND (SELECT e.key FROM projected.event e WHERE e.name IN ('EarlyPaymentAgreed', 'RetiredToBill')
      AND e.args -> 'terms' ->> 'obligorNonce' = p.nonce LIMIT 1) IS NULL`;

const instruction = (party: string) => `
  SELECT instruction_id AS id, ${party} AS party, amount_minor AS amount, currency, value_date AS due_date,
    expires_at AS at
  FROM projected.payment_instruction WHERE`;

const trading: readonly OverviewTask[] = [
  {
    task: "confirm-receivables",
    roles: ["obligor"],
    kind: "receivable",
    sql: `${receivable("creditor", "registered_at")} obligor = $1 AND state = 'registered'`,
  },
  {
    task: "accept-receivables",
    kind: "receivable",
    sql: `${receivable("obligor", "accept_by")} creditor = $1 AND state = 'confirmed' AND accept_by >= $3`,
  },
  {
    task: "pay-due",
    roles: ["obligor"],
    kind: "receivable",
    sql: `${receivable("creditor", "confirmed_at")} obligor = $1 AND state = 'accepted' AND live_minor > 0
      AND overdue_since IS NULL AND due_date <= $2::date + 7`,
  },
  {
    task: "pay-overdue",
    roles: ["obligor"],
    kind: "receivable",
    sql: `${receivable("creditor", "overdue_since")} obligor = $1 AND overdue_since IS NOT NULL`,
  },
  {
    task: "answer-offers",
    kind: "offer",
    sql: `SELECT o.offer_id AS id, o.from_member AS party, o.value_minor AS amount, c.currency, c.due_date,
        o.expires_at AS at
      FROM projected.offer o JOIN projected.certificate c ON c.certificate_id = o.certificate_id
      WHERE o.to_member = $1 AND o.state = 'open' AND o.expires_at >= $3`,
  },
  { task: "answer-early-payments", kind: "early-payment-proposal", sql: open("early-payment") },
  { task: "answer-retirements", kind: "retirement-proposal", sql: open("retirement") },
  {
    task: "answer-view-requests",
    kind: "view-request",
    sql: `SELECT v.view_request_id AS id, v.bank AS party, c.value_minor AS amount, c.currency, c.due_date,
        v.asked_at AS at
      FROM local.view_request v JOIN projected.certificate c ON c.certificate_id = v.certificate_id
      WHERE v.state = 'open' AND c.holder = $1`,
  },
];

const finance: readonly OverviewTask[] = [
  {
    task: "choose-quotes",
    kind: "quote",
    sql: `SELECT q.quote_id AS id, q.financier AS party, (q.terms ->> 'principal')::numeric AS amount, c.currency,
        c.due_date, q.deadline AS at
      FROM local.quote q JOIN projected.certificate c ON c.certificate_id = q.certificate_id
      WHERE q.holder = $1 AND q.withdrawn_at IS NULL AND q.deadline >= $3 AND (
        SELECT f.state FROM projected.financing f WHERE f.quote ->> 'nonce' = q.nonce
          AND f.financier = q.financier LIMIT 1) IS NULL`,
  },
  {
    task: "quote-requests",
    roles: ["financier"],
    kind: "financing-request",
    sql: `SELECT r.request_id AS id, r.holder AS party, r.value_minor AS amount, c.currency, c.due_date,
        r.requested_at AS at
      FROM local.financing_request r JOIN projected.certificate c ON c.certificate_id = r.certificate_id
      WHERE r.withdrawn_at IS NULL AND r.holder <> $1 AND c.holder = r.holder
        AND c.value_minor - c.held_minor >= r.value_minor
        AND (cardinality(r.financiers) = 0 OR $1 = ANY(r.financiers))
        AND (SELECT q.quote_id FROM local.quote q WHERE q.request_id = r.request_id
          AND q.financier = $1 LIMIT 1) IS NULL`,
  },
  {
    task: "register-financings",
    roles: ["financier"],
    kind: "financing",
    sql: `SELECT f.financing_id AS id, f.holder AS party, f.principal_minor AS amount, f.currency,
        NULL::date AS due_date, f.register_by AS at
      FROM projected.financing f WHERE f.financier = $1 AND f.state = 'accepted'`,
  },
];

const offices: readonly OverviewTask[] = [
  {
    task: "accept-instructions",
    roles: ["settlement-bank"],
    kind: "payment-instruction",
    sql: `${instruction("payer")} bank = $1 AND state = 'issued' AND expires_at >= $3`,
  },
  {
    task: "attest-instructions",
    roles: ["settlement-bank"],
    kind: "payment-instruction",
    sql: `${instruction("payer")} bank = $1 AND state = 'accepted'`,
  },
  {
    task: "match-payments",
    roles: ["settlement-bank"],
    kind: "unmatched-payment",
    sql: `SELECT unmatched_id AS id, bank AS party, amount_minor AS amount, currency, NULL::date AS due_date,
        recorded_at AS at
      FROM projected.unmatched_payment WHERE bank = $1 AND matched_instruction IS NULL`,
  },
  {
    task: "decide-recoveries",
    roles: ["operator", "legal"],
    kind: "member",
    sql: `SELECT member_id AS id, member_id AS party, NULL::numeric AS amount, NULL AS currency, NULL::date AS due_date,
        proposed_at AS at FROM projected.recovery`,
  },
  {
    task: "confirm-freezes",
    roles: ["legal"],
    kind: "certificate",
    sql: `SELECT f.certificate_id AS id, f.proposed_by AS party, c.value_minor AS amount, c.currency, c.due_date,
        f.proposed_at AS at
      FROM projected.freeze f JOIN projected.certificate c ON c.certificate_id = f.certificate_id
      WHERE f.confirmed_at IS NULL AND lower(f.proposed_account) <> lower($4)`,
  },
];

/** Everything that may wait for a member, by role. */
export const overviewTasks: readonly OverviewTask[] = [
  ...trading,
  ...finance,
  ...offices,
  ...stockTasks,
  ...lienTasks,
  ...workTasks,
];
