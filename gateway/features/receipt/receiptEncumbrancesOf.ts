import type { Queryable } from "../../database/database.ts";
import type { Ledger } from "../../ledger/ledger.ts";
import type { RefOf } from "../shared/memberRefs.ts";

/** Something that stands between a receipt and its free use. */
export interface ReceiptEncumbranceRow {
  readonly kind: "offer" | "hold";
  readonly id: string;
  readonly quantity: bigint;
  readonly party: bigint | null;
  readonly committer: string | null;
  readonly expires_at: Date;
  readonly firm: boolean | null;
  readonly approved_pick_up: bigint | null;
  readonly approved_replacement: string | null;
}

const sql = `
  SELECT 'offer' AS kind, offer_id::text AS id, quantity, to_member AS party, NULL AS committer,
      expires_at, NULL::boolean AS firm, NULL::numeric AS approved_pick_up,
      NULL AS approved_replacement
    FROM projected.receipt_offer WHERE receipt_id = $1 AND state = 'open'
  UNION ALL
  SELECT 'hold', hold_id::text, quantity, NULL, committer, expires_at, firm, approved_pick_up,
      approved_replacement
    FROM projected.receipt_hold WHERE receipt_id = $1 AND state = 'open'`;

/** Everything that encumbers a receipt now. */
export const receiptEncumbrancesOf = {
  rows: (database: Queryable, receipt: bigint): Promise<ReceiptEncumbranceRow[]> =>
    database.query<ReceiptEncumbranceRow>(sql, [receipt]),

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
    };
  },
} as const;
