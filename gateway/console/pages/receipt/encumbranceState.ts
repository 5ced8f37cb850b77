import type { ReceiptEncumbrance } from "../../api/receipt.ts";

/** How far an encumbrance is: offered to a member, reserved for a pledge, or pledged. */
export type EncumbranceState = "offered" | "reserved" | "pledged";

/** A hold that no longer expires by itself is no reservation any more. */
export function encumbranceState(encumbrance: ReceiptEncumbrance): EncumbranceState {
  const { kind, firm, expiresAt } = encumbrance;
  if (kind === "offer") return "offered";
  return firm === true || expiresAt === null ? "pledged" : "reserved";
}
