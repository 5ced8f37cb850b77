import type { Queryable } from "../../database/database.ts";
import { found } from "../shared/found.ts";
import { memberRefs } from "../shared/memberRefs.ts";
import type { ReceiptRow } from "./receiptRow.ts";
import { showReceipt } from "./showReceipt.ts";

function partiesOf(rows: readonly ReceiptRow[]) {
  return rows.flatMap(({ holder, custodian }) => [holder, custodian]);
}

/** Receipts as the projection has them; the custodian's spent roots above them are none. */
export const receiptReadModel = {
  async row(database: Queryable, receipt: bigint): Promise<ReceiptRow> {
    const [row] = await database.query<ReceiptRow>(
      "SELECT * FROM projected.receipt WHERE receipt_id = $1 AND cause <> 'root'",
      [receipt],
    );
    return found(row, `receipt ${receipt}`);
  },

  async one(database: Queryable, receipt: bigint) {
    const row = await receiptReadModel.row(database, receipt);
    return showReceipt(row, await memberRefs(database, partiesOf([row])));
  },

  async several(database: Queryable, receipts: readonly bigint[]) {
    const rows = await database.query<ReceiptRow>(
      "SELECT * FROM projected.receipt WHERE receipt_id = ANY($1::int8[]) ORDER BY receipt_id",
      [receipts],
    );
    const refOf = await memberRefs(database, partiesOf(rows));
    return rows.map((row) => showReceipt(row, refOf));
  },

  /** Receipts as answers show them, everybody's name in one query. */
  async showAll(database: Queryable, rows: readonly ReceiptRow[]) {
    const refOf = await memberRefs(database, partiesOf(rows));
    return rows.map((row) => showReceipt(row, refOf));
  },
} as const;
