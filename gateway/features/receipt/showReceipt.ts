import { positionFlags } from "@tallystick/sdk";
import type { RefOf } from "../shared/memberRefs.ts";
import type { ReceiptRow } from "./receiptRow.ts";

/** A receipt as answers show it. */
export function showReceipt(row: ReceiptRow, refOf: RefOf) {
  return {
    receipt: row.receipt_id,
    lot: Number(row.lot_id),
    serial: Number(row.serial),
    custodian: refOf(row.custodian),
    holder: refOf(row.holder),
    quantity: row.quantity,
    held: row.held,
    free: row.quantity - row.held,
    minted: row.minted,
    unit: row.unit,
    tier: row.tier,
    storageUntil: row.storage_until,
    state: row.quantity > 0n ? "live" : "spent",
    flags: positionFlags.filter((flag) => row[flag]),
    cause: row.cause,
    parent: row.parent_id,
    termsDigest: row.terms_digest,
    issuedAt: row.minted_at,
  };
}
