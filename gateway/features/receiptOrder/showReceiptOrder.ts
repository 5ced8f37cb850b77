import type { RefOf } from "../shared/memberRefs.ts";
import type { ReceiptOrderRow } from "./receiptOrderRow.ts";

/** An order as answers show it. */
export function showReceiptOrder(row: ReceiptOrderRow, refOf: RefOf) {
  return {
    order: row.order_id,
    kind: row.kind,
    receipt: row.receipt_id,
    lot: Number(row.lot_id),
    unit: row.unit,
    holder: refOf(row.holder),
    custodian: refOf(row.custodian),
    terms: row.terms,
    status: row.status,
    nonce: row.nonce,
    signature: {
      account: row.account,
      deadline: row.deadline,
      epoch: Number(row.epoch),
      signature: row.signature,
    },
    orderedAt: row.ordered_at,
    endedBy: row.ended_by,
  };
}
