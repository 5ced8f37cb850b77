import type { Queryable } from "../../database/database.ts";
import { found } from "../shared/found.ts";
import { memberRefs } from "../shared/memberRefs.ts";
import { whereAll } from "../shared/whereAll.ts";
import type { ReceiptRow } from "./receiptRow.ts";
import { showReceipt } from "./showReceipt.ts";

/** What a list of receipts is narrowed by; undefined asks for all. */
export interface ReceiptFilter {
  /** Holds or keeps them. */
  readonly party: number | undefined;
  readonly holder: number | undefined;
  readonly custodian: number | undefined;
  readonly lot: number | undefined;
  readonly isLive: boolean | undefined;
  readonly after: bigint | undefined;
  readonly limit: number;
}

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

  /** Newest first, one row more than `limit` when there are more, and the names for them. */
  async list(database: Queryable, filter: ReceiptFilter) {
    const { where, values } = whereAll([
      ["holder = ?::int8 OR custodian = ?::int8", filter.party],
      ["holder = ?", filter.holder],
      ["custodian = ?", filter.custodian],
      ["lot_id = ?", filter.lot],
      ["(quantity > 0) = ?", filter.isLive],
      ["receipt_id < ?", filter.after],
      ["cause <> ?", "root"],
    ]);
    const rows = await database.query<ReceiptRow>(
      `SELECT * FROM projected.receipt ${where}
       ORDER BY receipt_id DESC LIMIT ${filter.limit + 1}`,
      values,
    );
    return { rows, refOf: await memberRefs(database, partiesOf(rows)) };
  },
} as const;
