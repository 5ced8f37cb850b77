import type { Queryable } from "../../database/database.ts";

interface EndingRow {
  readonly kind: string;
  readonly quantity: bigint;
  readonly goods: bigint | null;
  readonly hold_id: bigint | null;
  readonly document: string | null;
  readonly new_receipt_id: bigint | null;
  readonly new_quantity: bigint | null;
  readonly ended_at: Date;
  readonly transaction_hash: string;
}

/** Most endings that a receipt is answered with. */
const MOST = 100;

/** The last quantities of a receipt that ended, newest first. */
export async function receiptEndingsOf(database: Queryable, receipt: bigint) {
  const rows = await database.query<EndingRow>(
    `SELECT * FROM projected.receipt_ending WHERE receipt_id = $1
     ORDER BY ending_key DESC LIMIT ${MOST}`,
    [receipt],
  );
  return rows.map((row) => ({
    kind: row.kind,
    quantity: row.quantity,
    goods: row.goods,
    hold: row.hold_id,
    document: row.document,
    newReceipt: row.new_receipt_id,
    newQuantity: row.new_quantity,
    at: row.ended_at,
    transactionHash: row.transaction_hash,
  }));
}
