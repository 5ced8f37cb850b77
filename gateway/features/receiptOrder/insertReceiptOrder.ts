import type { Queryable } from "../../database/database.ts";
import { insertRows } from "../../database/insertRows.ts";
import type { ReceiptOrderRow } from "./receiptOrderRow.ts";

const columns = {
  order_id: "int8",
  kind: "text",
  receipt_id: "int8",
  holder: "int8",
  terms: "jsonb",
  nonce: "text",
  account: "text",
  epoch: "int8",
  deadline: "timestamptz",
  signature: "text",
  ordered_at: "timestamptz",
} as const;

/** Keeps a signed order. */
export async function insertReceiptOrder(
  transaction: Queryable,
  order: ReceiptOrderRow,
): Promise<void> {
  // What the chain knows is no column: the rest of the row is.
  await insertRows(transaction, "local.receipt_order", columns, [{ ...order }]);
}
