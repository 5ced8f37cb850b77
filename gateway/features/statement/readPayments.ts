import type { Queryable } from "../../database/database.ts";
import type { AskedStatement } from "./readMovements.ts";

/** Money that a bank attested as paid, to or by a member. */
export interface PaymentRow {
  readonly instruction_id: bigint;
  readonly kind: string;
  readonly direction: "in" | "out";
  readonly amount: bigint;
  /** Null: the holders of record. */
  readonly party: bigint | null;
  readonly certificate_id: bigint | null;
  readonly bank_reference: string | null;
  readonly value_date: string | null;
  readonly at: Date;
}

// What an obligor pays at the due day is one instruction; its holders got their legs of it,
// and whoever a holder had pledged to got its part first.
const sql = `
  SELECT p.*, coalesce(r.text, p.reference) AS bank_reference FROM (
    SELECT i.instruction_id, i.kind, CASE WHEN i.payer = $1 THEN 'out' ELSE 'in' END AS direction,
      i.paid_minor AS amount, CASE WHEN i.payer = $1 THEN i.payee ELSE i.payer END AS party,
      CASE WHEN i.kind = 'settlement' THEN NULL ELSE i.subject END AS certificate_id,
      i.bank_reference AS reference, i.value_date, i.finished_at AS at
    FROM projected.payment_instruction i
    WHERE $1::int8 IN (i.payer, i.payee) AND i.currency = $2 AND i.state = 'paid'
      AND i.finished_at >= $3 AND i.finished_at < $4
    UNION ALL
    SELECT i.instruction_id, i.kind, 'in', CASE WHEN l.payee = $1 THEN l.to_payee_minor ELSE 0 END
        + CASE WHEN l.debtor = $1 THEN l.to_debtor_minor ELSE 0 END,
      i.payer, l.certificate_id, i.bank_reference, i.value_date, l.settled_at
    FROM projected.settlement_leg l
    JOIN projected.settlement_run s ON s.run_id = l.run_id
    JOIN projected.payment_instruction i ON i.instruction_id = s.instruction_id
    WHERE $1::int8 IN (l.payee, l.debtor) AND i.currency = $2 AND l.state IN ('settled', 'freed')
      AND l.settled_at >= $3 AND l.settled_at < $4
    UNION ALL
    SELECT i.instruction_id, i.kind, 'in', c.amount, i.payer, n.token_id::int8, i.bank_reference, i.value_date,
      c.changed_at
    FROM projected.lien_change c
    JOIN projected.lien n ON n.lien_id = c.lien_id
    JOIN projected.settlement_run s ON s.run_id = c.run_id
    JOIN projected.payment_instruction i ON i.instruction_id = s.instruction_id
    WHERE n.secured_party = $1 AND i.currency = $2 AND c.kind = 'settlement'
      AND c.changed_at >= $3 AND c.changed_at < $4
  ) AS p LEFT JOIN local.reference r ON r.digest = p.reference
  ORDER BY p.at, p.instruction_id, p.certificate_id LIMIT 20000`;

/** Payments of a period, oldest first. */
export function readPayments(
  database: Queryable,
  { memberId, currency, since, until }: AskedStatement,
): Promise<PaymentRow[]> {
  return database.query<PaymentRow>(sql, [memberId, currency, since, until]);
}
