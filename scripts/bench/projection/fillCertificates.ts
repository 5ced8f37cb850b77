import type { Database } from "../../../gateway/database/database.ts";

/** Certificates of one receivable: five branches of ten tiers, which is the cap. */
const PER_RECEIVABLE = 50;
const STEP = 1_000;
/** Above the ids of a ledger that lives beside it. */
const FIRST_RECEIVABLE = 1_000_001;

const receivables = `
  INSERT INTO projected.receivable (receivable_id, obligor, creditor, amount_minor, currency, delivery_date,
    contract_due_date, due_date, state, document_root, defence_waiver, notice_by_ledger, long_term_reason,
    obligor_interest_share, terms, terms_digest, registered_by, registered_at, root_certificate, open_minor, live_minor)
  SELECT r, $3, 7, 100000000, 'CNY', current_date, current_date + 200, current_date + 200, 'accepted',
    '0x' || repeat('ab', 32), true, true, '0x' || repeat('00', 32), 0,
    jsonb_build_object('salt', '0x' || repeat('cd', 32), 'invoices', jsonb_build_array(r::text)),
    '0x' || md5(r::text) || md5(r::text), 7, now(), (r << 32) | 1, 100000000, 100000000
  FROM generate_series($1::int8, $2::int8) r`;

const certificates = `
  INSERT INTO projected.certificate (certificate_id, receivable_id, serial, parent_id, holder, obligor, currency,
    due_date, value_minor, held_minor, minted_minor, tier, frozen, financed, recourse, waiting, cause, passed_by,
    trade_reference, minted_at, transaction_hash)
  SELECT (r << 32) | s, r, s, CASE WHEN s = 1 THEN NULL WHEN s % 10 = 1 THEN (r << 32) | 1 ELSE (r << 32) | (s - 1) END,
    100 + (r * 31 + s * 17) % 5000, $3, 'CNY', current_date + 200, 1000 + s, 0, 2000000 - s * 1000,
    CASE WHEN s = 1 THEN 0 WHEN s % 10 = 1 THEN 1 WHEN s < 10 THEN s - 1 WHEN s % 10 = 0 THEN 9 ELSE s % 10 END,
    false, s % 7 = 0, false, false, CASE WHEN s = 1 THEN 'issue' ELSE 'circulation' END,
    CASE WHEN s > 1 THEN 100 + (r * 31 + s * 17 - 17) % 5000 END, '0x' || md5((r + s)::text) || md5((r * s)::text),
    now(), '0x' || md5((r * s)::text) || md5((r + s)::text)
  FROM generate_series($1::int8, $2::int8) r, generate_series(1, ${PER_RECEIVABLE}) s`;

const offers = `
  INSERT INTO projected.offer (offer_id, certificate_id, from_member, to_member, value_minor, expires_at,
    trade_reference, state, offered_at)
  SELECT r * 64 + s, (r << 32) | s, 100 + s, 200 + s, 10, now() + interval '100 days', '0x' || repeat('11', 32),
    CASE WHEN s % 2 = 0 THEN 'open' ELSE 'accepted' END, now()
  FROM generate_series($1::int8, $2::int8) r, generate_series(1, 8) s`;

const members = `
  INSERT INTO projected.member (member_id, roles, size, suspensions, overdue, epoch, primary_account, identity_digest,
    licence_digest, settlement_account_digest, admitted_at)
  SELECT m, 2, 1, 0, 0, 1, '0x' || repeat('0', 32) || lpad(to_hex(m), 8, '0'), '0x' || md5(m::text), '', '', now()
  FROM generate_series(100, 5099) m`;

/** Fills schema `projected` as a year of circulation would; answers the certificates' receivables. */
export async function fillCertificates(
  database: Database,
  { count, obligor }: { readonly count: number; readonly obligor: number },
): Promise<{ readonly first: number; readonly last: number; readonly perReceivable: number }> {
  const last = FIRST_RECEIVABLE + Math.ceil(count / PER_RECEIVABLE) - 1;
  await database.query(members);
  for (let from = FIRST_RECEIVABLE; from <= last; from += STEP) {
    const to = Math.min(from + STEP - 1, last);
    await database.transaction(async (transaction) => {
      await transaction.query(receivables, [from, to, obligor]);
      await transaction.query(certificates, [from, to, obligor]);
      await transaction.query(offers, [from, to]);
    });
  }
  for (const table of ["certificate", "receivable", "offer", "member"])
    await database.query(`ANALYZE projected.${table}`);
  return { first: FIRST_RECEIVABLE, last, perReceivable: PER_RECEIVABLE };
}
