import type { Identity } from "../../auth/identity.ts";
import { isOverseer } from "../../auth/isOverseer.ts";
import type { Queryable } from "../../database/database.ts";
import type { Ledger } from "../../ledger/ledger.ts";
import type { RefOf } from "../shared/memberRefs.ts";

/** Something that stands between a receipt and its free use. */
export interface ReceiptEncumbranceRow {
  readonly kind: "offer" | "hold" | "lien";
  readonly id: string;
  readonly quantity: bigint | null;
  readonly party: bigint | null;
  readonly committer: string | null;
  readonly expires_at: Date | null;
  readonly firm: boolean | null;
  readonly approved_pick_up: bigint | null;
  readonly approved_replacement: string | null;
  /** Where a lien stands. */
  readonly lien_state: string | null;
}

const sql = `
  SELECT 'offer' AS kind, offer_id::text AS id, quantity, to_member AS party, NULL AS committer,
      expires_at, NULL::boolean AS firm, NULL::numeric AS approved_pick_up,
      NULL AS approved_replacement, NULL AS lien_state
    FROM projected.receipt_offer WHERE receipt_id = $1 AND state = 'open'
  UNION ALL
  SELECT CASE WHEN l.lien_id IS NULL THEN 'hold' ELSE 'lien' END, coalesce(l.lien_id, h.hold_id)::text,
      CASE WHEN l.lien_id IS NULL OR $2 OR $3::int8 IN (l.debtor, l.secured_party, l.owed_by, l.supervisor)
        THEN h.quantity END,
      l.secured_party, h.committer, CASE WHEN NOT h.kept THEN h.expires_at END, h.firm, h.approved_pick_up,
      h.approved_replacement, l.state
    FROM projected.receipt_hold h
    LEFT JOIN projected.lien l ON l.asset = 'receipt' AND l.token_id = $1 AND l.hold_id = h.hold_id
    WHERE h.receipt_id = $1 AND h.state = 'open'`;

/** Everything that encumbers a receipt now. Of a lien only its parties and who oversees see how much. */
export const receiptEncumbrancesOf = {
  rows: (
    database: Queryable,
    receipt: bigint,
    viewer: Identity,
  ): Promise<ReceiptEncumbranceRow[]> =>
    database.query<ReceiptEncumbranceRow>(sql, [receipt, isOverseer(viewer), viewer.memberId]),

  show(row: ReceiptEncumbranceRow, refOf: RefOf, { contracts }: Pick<Ledger, "contracts">) {
    const address = row.committer?.toLowerCase();
    const contract = contracts.find((each) => each.address.toLowerCase() === address);
    return {
      kind: row.kind,
      id: row.id,
      quantity: row.quantity,
      party: refOf(row.party),
      contract: contract?.name ?? row.committer,
      expiresAt: row.expires_at,
      firm: row.firm,
      approvedPickUp: row.approved_pick_up,
      approvedReplacement: row.approved_replacement,
      lienState: row.lien_state,
    };
  },
} as const;
