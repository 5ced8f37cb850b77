import type { Queryable } from "../../database/database.ts";
import type { InterestRow } from "./interestRow.ts";

// Pledges that their secured party accepted; goods came under its control when the custodian had signed too. An obligor
// that takes the ledger's word as notice has it from what it can read there.
const liens = `
  SELECT 'pledge' AS kind, l.lien_id::text AS id, l.secured_party AS party, l.amount, l.registered_at,
    CASE WHEN r.notice_by_ledger THEN LEAST(l.noticed_at, l.activated_at) ELSE l.noticed_at END AS noticed_at,
    CASE WHEN l.asset = 'receipt' THEN l.activated_at END AS public_at, l.purchase_money_day,
    $3::int8 IN (l.debtor, l.secured_party, l.owed_by, l.supervisor) AS is_own, l.accepted_at AS taken_at
  FROM projected.lien l
  LEFT JOIN projected.certificate c ON l.asset = 'certificate' AND c.certificate_id = l.token_id
  LEFT JOIN projected.receivable r ON r.receivable_id = c.receivable_id
  WHERE l.asset = $2 AND l.token_id = $1::int8 AND l.state <> 'ended' AND l.accepted_at IS NOT NULL`;

const financings = `
  SELECT 'factoring', f.financing_id::text, f.financier, f.value_minor, f.registered_at,
    CASE WHEN r.notice_by_ledger AND f.state = 'delivered' THEN f.finished_at END, NULL::timestamptz, NULL::date,
    $3::int8 IN (f.holder, f.financier, f.obligor, f.bank), f.accepted_at
  FROM projected.financing f
  JOIN projected.certificate c ON c.certificate_id = f.certificate_id
  JOIN projected.receivable r ON r.receivable_id = c.receivable_id
  WHERE $2 = 'certificate' AND f.state NOT IN ('failed', 'bought-back')
    AND (f.child_id = $1::int8 OR (f.certificate_id = $1::int8 AND f.child_id IS NULL))`;

/** Interests in a certificate or a receipt, in the order in which the ledger took them. */
export function interestsIn(
  database: Queryable,
  position: { readonly asset: "certificate" | "receipt"; readonly token: bigint },
  member: number,
): Promise<InterestRow[]> {
  return database.query<InterestRow>(
    `SELECT * FROM (${liens} UNION ALL ${financings}) AS interest ORDER BY taken_at, kind, id`,
    [position.token, position.asset, member],
  );
}
