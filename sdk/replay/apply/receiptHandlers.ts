import type { EventHandlers } from "../applyEvent.ts";
import { amountIn } from "./amountIn.ts";
import { lotRows } from "./lotRows.ts";
import { onEvent } from "./onEvent.ts";
import { positionHandlers } from "./positionHandlers.ts";
import { positionRows } from "./positionRows.ts";
import { reservationHandlers } from "./reservationHandlers.ts";
import { splitTokenTables } from "./splitTokenTables.ts";

const SERIAL = 0xffff_ffffn;
const token = splitTokenTables.receipts;
const rows = positionRows(token);

/** Holds are numbered from 1. */
function orNone(id: bigint): bigint | null {
  return id === 0n ? null : id;
}

const issueHandlers: EventHandlers = {
  ...onEvent("warehouseReceipts", "ReceiptIssued", async (tx, event) => {
    const { id, holder, custodian, rootId, quantity, terms } = event.args;
    const lot = await lotRows.existing(tx, id >> 32n);
    const shared = {
      ...token.fresh,
      lot_id: id >> 32n,
      custodian,
      unit: lot["unit"],
      storage_until: lot["storage_until"],
      tier: 1,
      terms_digest: terms,
      minted_at: event.blockTime,
      transaction_hash: event.transactionHash,
    };
    tx.put("receipt", {
      ...shared,
      receipt_id: rootId,
      serial: rootId & SERIAL,
      holder: custodian,
      quantity: 0n,
      minted: 0n,
      cause: "root",
    });
    tx.put("receipt", {
      ...shared,
      receipt_id: id,
      serial: id & SERIAL,
      parent_id: rootId,
      holder,
      quantity,
      minted: quantity,
      cause: "issue",
    });
  }),
};

const endingHandlers: EventHandlers = {
  ...onEvent("warehouseReceipts", "PickedUp", async (tx, event) => {
    const { token: id, holder, quantity, goods, hold: from, gate } = event.args;
    await rows.reduce(tx, id, quantity);
    await lotRows.letOut(tx, id >> 32n, goods, event.blockTime);
    if (from !== 0n) {
      await tx.change(token.hold, { hold_id: from }, (row) => ({
        approved_pick_up: amountIn(row, "approved_pick_up") - quantity,
      }));
    }
    tx.put("receipt_ending", {
      ending_key: event.key,
      receipt_id: id,
      holder,
      kind: "pick-up",
      quantity,
      goods,
      hold_id: orNone(from),
      document: gate,
      ended_at: event.blockTime,
      transaction_hash: event.transactionHash,
    });
  }),
  ...onEvent("warehouseReceipts", "ReceiptCancelled", async (tx, event) => {
    const { token: id, holder, quantity, document } = event.args;
    await rows.reduce(tx, id, quantity);
    tx.put("receipt_ending", {
      ending_key: event.key,
      receipt_id: id,
      holder,
      kind: "cancellation",
      quantity,
      document,
      ended_at: event.blockTime,
      transaction_hash: event.transactionHash,
    });
  }),
  ...onEvent("warehouseReceipts", "ReceiptReplaced", async (tx, event) => {
    const { token: id, newToken, quantity, newQuantity, hold: from, newHold } = event.args;
    const { holder } = await rows.existing(tx, id);
    await rows.reduce(tx, id, quantity);
    if (from !== 0n) await tx.change(token.hold, { hold_id: from }, { approved_replacement: null });
    tx.put("receipt_ending", {
      ending_key: event.key,
      receipt_id: id,
      holder,
      kind: "replacement",
      quantity,
      hold_id: orNone(from),
      new_receipt_id: newToken,
      new_quantity: newQuantity,
      new_hold_id: orNone(newHold),
      ended_at: event.blockTime,
      transaction_hash: event.transactionHash,
    });
  }),
  ...onEvent("warehouseReceipts", "OrderNonceSpent", (tx, event) =>
    tx.put("receipt_order_nonce", {
      member: event.args.member,
      nonce: event.args.nonce.toString(),
      spent_at: event.blockTime,
      transaction_hash: event.transactionHash,
    }),
  ),
};

const approvalHandlers: EventHandlers = {
  ...onEvent("warehouseReceipts", "PickUpApproved", (tx, { args }) =>
    tx.change(token.hold, { hold_id: args.holdId }, { approved_pick_up: args.quantity }),
  ),
  ...onEvent("warehouseReceipts", "ReplacementApproved", (tx, { args }) =>
    tx.change(
      token.hold,
      { hold_id: args.holdId },
      { approved_replacement: /^0x0+$/.test(args.order) ? null : args.order },
    ),
  ),
};

/** Warehouse receipts from issue to the goods' leaving. */
export const receiptHandlers: EventHandlers = {
  ...positionHandlers(token),
  ...reservationHandlers(token),
  ...issueHandlers,
  ...endingHandlers,
  ...approvalHandlers,
};
