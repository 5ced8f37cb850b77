import type { Queryable } from "../../database/database.ts";
import { found } from "../shared/found.ts";
import { memberRefs } from "../shared/memberRefs.ts";
import { type Condition, whereAll } from "../shared/whereAll.ts";
import type { ReceiptOrderRow } from "./receiptOrderRow.ts";
import { showReceiptOrder } from "./showReceiptOrder.ts";

/** What a list of orders is narrowed by. */
export interface ReceiptOrderFilter {
  readonly holder: number | undefined;
  readonly custodian: number | undefined;
  readonly receipt: bigint | undefined;
  readonly kind: ReceiptOrderRow["kind"] | undefined;
  readonly status: ReceiptOrderRow["status"] | undefined;
  readonly after: bigint | undefined;
  readonly limit: number;
}

// What became of an order, the chain says: its nonce was used, with or without an ending in the same transaction.
const orders = `
  SELECT o.*, r.lot_id, r.unit, r.custodian, n.transaction_hash AS ended_by,
    CASE WHEN e.ending_key IS NOT NULL THEN 'done' WHEN n.nonce IS NOT NULL THEN 'cancelled'
      WHEN o.deadline < (SELECT block_time FROM projected.checkpoint) THEN 'expired'
      WHEN o.epoch <> m.epoch THEN 'void' ELSE 'open' END AS status
  FROM local.receipt_order o
  JOIN projected.receipt r ON r.receipt_id = o.receipt_id
  JOIN projected.member m ON m.member_id = o.holder
  LEFT JOIN projected.receipt_order_nonce n ON n.member = o.holder AND n.nonce = o.nonce
  LEFT JOIN LATERAL (SELECT ending_key FROM projected.receipt_ending e
    WHERE e.receipt_id = o.receipt_id AND e.transaction_hash = n.transaction_hash
      AND e.kind = o.kind LIMIT 1) e ON true`;

async function rowsOf(database: Queryable, conditions: readonly Condition[], limit: number) {
  const { where, values } = whereAll(conditions);
  return database.query<ReceiptOrderRow>(
    `SELECT * FROM (${orders}) AS receipt_order ${where} ORDER BY order_id DESC LIMIT ${limit}`,
    values,
  );
}

/** Holders' orders, kept by this gateway. */
export const receiptOrderReadModel = {
  async row(database: Queryable, order: bigint): Promise<ReceiptOrderRow> {
    const [row] = await rowsOf(database, [["order_id = ?", order]], 1);
    return found(row, `order ${order}`);
  },

  async one(database: Queryable, order: bigint) {
    const row = await receiptOrderReadModel.row(database, order);
    return showReceiptOrder(row, await memberRefs(database, [row.holder, row.custodian]));
  },

  /** Newest first, one row more than `limit` when there are more, and the names for them. */
  async list(database: Queryable, filter: ReceiptOrderFilter) {
    const conditions: readonly Condition[] = [
      ["holder = ?", filter.holder],
      ["custodian = ?", filter.custodian],
      ["receipt_id = ?", filter.receipt],
      ["kind = ?", filter.kind],
      ["status = ?", filter.status],
      ["order_id < ?", filter.after],
    ];
    const rows = await rowsOf(database, conditions, filter.limit + 1);
    const named = rows.flatMap(({ holder, custodian }) => [holder, custodian]);
    return { rows, refOf: await memberRefs(database, named) };
  },
} as const;
