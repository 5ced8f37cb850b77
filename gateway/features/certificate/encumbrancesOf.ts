import type { Identity } from "../../auth/identity.ts";
import { isOverseer } from "../../auth/isOverseer.ts";
import type { Queryable } from "../../database/database.ts";

/** Something that stands between a certificate and its free use. */
export interface EncumbranceRow {
  readonly kind: "offer" | "hold" | "lien" | "financing" | "early-payment" | "freeze" | "recourse";
  readonly id: string;
  readonly value_minor: bigint | null;
  readonly party: bigint | null;
  readonly expires_at: Date | null;
  readonly firm: boolean | null;
  readonly document_digest: string | null;
  /** Where a lien stands. */
  readonly lien_state: string | null;
}

/** Everything that encumbers a certificate now, in one query. Of a lien only its parties and who oversees see how much. */
export function encumbrancesOf(
  database: Queryable,
  certificate: bigint,
  viewer?: Identity,
): Promise<EncumbranceRow[]> {
  return database.query<EncumbranceRow>(
    `SELECT 'offer' AS kind, offer_id::text AS id, value_minor, to_member AS party, expires_at,
        NULL::boolean AS firm, NULL AS document_digest, NULL AS lien_state
       FROM projected.offer WHERE certificate_id = $1 AND state = 'open'
     UNION ALL
     SELECT CASE WHEN f.financing_id IS NOT NULL THEN 'financing' WHEN l.lien_id IS NOT NULL THEN 'lien'
          WHEN e.early_payment_id IS NOT NULL THEN 'early-payment' ELSE 'hold' END,
        coalesce(l.lien_id, f.financing_id, e.early_payment_id, h.hold_id)::text,
        CASE WHEN l.lien_id IS NULL OR $2 OR $3::int8 IN (l.debtor, l.secured_party, l.owed_by) THEN h.value_minor END,
        coalesce(f.financier, e.obligor, l.secured_party), CASE WHEN NOT h.kept THEN h.expires_at END, h.firm, NULL,
        l.state
       FROM projected.hold h
       LEFT JOIN projected.financing f ON f.certificate_id = $1 AND f.hold_id = h.hold_id
       LEFT JOIN projected.early_payment e ON e.certificate_id = $1 AND e.hold_id = h.hold_id
       LEFT JOIN projected.lien l
         ON l.asset = 'certificate' AND l.token_id = $1 AND l.hold_id = h.hold_id
       WHERE h.certificate_id = $1 AND h.state = 'open'
     UNION ALL
     SELECT 'freeze', z.freeze_id, c.value_minor, z.confirmed_by, NULL, NULL, z.document_digest, NULL
       FROM projected.certificate c
       JOIN LATERAL (SELECT * FROM projected.freeze
         WHERE certificate_id = $1 AND freezes AND confirmed_at IS NOT NULL
         ORDER BY confirmed_at DESC, freeze_id DESC LIMIT 1) z ON true
       WHERE c.certificate_id = $1 AND c.frozen
     UNION ALL
     SELECT 'recourse', financing_id::text, claim_minor, debtor, NULL, NULL, NULL, NULL
       FROM projected.recourse WHERE certificate_id = $1`,
    [certificate, viewer !== undefined && isOverseer(viewer), viewer?.memberId ?? 0],
  );
}
