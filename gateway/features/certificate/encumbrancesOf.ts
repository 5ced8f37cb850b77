import type { Queryable } from "../../database/database.ts";

/** Something that stands between a certificate and its free use. */
export interface EncumbranceRow {
  readonly kind: "offer" | "hold" | "financing" | "early-payment" | "freeze" | "recourse";
  readonly id: string;
  readonly value_minor: bigint | null;
  readonly party: bigint | null;
  readonly expires_at: Date | null;
  readonly firm: boolean | null;
  readonly document_digest: string | null;
}

/** Everything that encumbers a certificate now, in one query. */
export function encumbrancesOf(
  database: Queryable,
  certificate: bigint,
): Promise<EncumbranceRow[]> {
  return database.query<EncumbranceRow>(
    `SELECT 'offer' AS kind, offer_id::text AS id, value_minor, to_member AS party, expires_at,
        NULL::boolean AS firm, NULL AS document_digest
       FROM projected.offer WHERE certificate_id = $1 AND state = 'open'
     UNION ALL
     SELECT CASE WHEN f.financing_id IS NOT NULL THEN 'financing'
          WHEN e.early_payment_id IS NOT NULL THEN 'early-payment' ELSE 'hold' END,
        coalesce(f.financing_id, e.early_payment_id, h.hold_id)::text, h.value_minor,
        coalesce(f.financier, e.obligor), h.expires_at, h.firm, NULL
       FROM projected.hold h
       LEFT JOIN projected.financing f ON f.certificate_id = $1 AND f.hold_id = h.hold_id
       LEFT JOIN projected.early_payment e ON e.certificate_id = $1 AND e.hold_id = h.hold_id
       WHERE h.certificate_id = $1 AND h.state = 'open'
     UNION ALL
     SELECT 'freeze', z.freeze_id, c.value_minor, z.confirmed_by, NULL, NULL, z.document_digest
       FROM projected.certificate c
       JOIN LATERAL (SELECT * FROM projected.freeze
         WHERE certificate_id = $1 AND freezes AND confirmed_at IS NOT NULL
         ORDER BY confirmed_at DESC, freeze_id DESC LIMIT 1) z ON true
       WHERE c.certificate_id = $1 AND c.frozen
     UNION ALL
     SELECT 'recourse', financing_id::text, claim_minor, debtor, NULL, NULL, NULL
       FROM projected.recourse WHERE certificate_id = $1`,
    [certificate],
  );
}
