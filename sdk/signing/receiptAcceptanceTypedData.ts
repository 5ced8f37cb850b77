import type { LedgerDeployment } from "../ledger/ledger.ts";
import type { SignedUntil, TypedData } from "./typedData.ts";
import { typedDataOf } from "./typedDataOf.ts";

/** What a recipient takes by one pass of a warehouse receipt. */
export type ReceiptPassAcceptance = {
  /** Token id of the receipt that it is passed from. */
  readonly receipt: bigint;
  /** The recipient. */
  readonly to: number;
  /** Count of the location's unit. */
  readonly quantity: bigint;
  /** Digest of the trade that the pass belongs to, 32 bytes in hex. */
  readonly tradeReference: string;
  /** Unused nonce of the recipient, for instance from `randomNonce`. */
  readonly nonce: bigint;
};

export type ReceiptAcceptanceTypedDataParameters = SignedUntil & {
  readonly acceptance: ReceiptPassAcceptance;
};

/**
 * What a recipient signs to take one pass of a warehouse receipt.
 *
 * @example
 * import { receiptAcceptanceTypedData } from "@tallystick/sdk";
 *
 * const acceptance = {
 *   receipt: (1n << 32n) | 2n,
 *   to: who.buyer,
 *   quantity: 500n,
 *   tradeReference: scene.digest("order 7"),
 *   nonce: 1n,
 * };
 * const message = { acceptance, deadline: 2_000_000_000, epoch: 1 };
 * receiptAcceptanceTypedData(deployment, message).value.value // => 500n
 */
export function receiptAcceptanceTypedData(
  deployment: Pick<LedgerDeployment, "chainId" | "addresses">,
  { acceptance, deadline, epoch }: ReceiptAcceptanceTypedDataParameters,
): TypedData {
  const { receipt: token, to, quantity: value, tradeReference, nonce } = acceptance;
  const message = { token, to, value, tradeReference, nonce, deadline, epoch };
  return typedDataOf(deployment, "receiptAcceptance", message);
}
