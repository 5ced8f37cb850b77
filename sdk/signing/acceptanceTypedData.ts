import type { LedgerDeployment } from "../ledger/ledger.ts";
import type { SignedUntil, TypedData } from "./typedData.ts";
import { typedDataOf } from "./typedDataOf.ts";

/** What a recipient takes by one pass. */
export type PassAcceptance = {
  /** Token id of the certificate that value is passed from. */
  readonly certificate: bigint;
  /** The recipient. */
  readonly to: number;
  /** Minor units. */
  readonly value: bigint;
  /** Digest of the trade that the pass pays for, 32 bytes in hex. */
  readonly tradeReference: string;
  /** Unused nonce of the recipient, for instance from `randomNonce`. */
  readonly nonce: bigint;
};

export type AcceptanceTypedDataParameters = SignedUntil & { readonly acceptance: PassAcceptance };

/**
 * What a recipient signs to take one pass.
 *
 * @example
 * import { acceptanceTypedData } from "@tallystick/sdk";
 *
 * const acceptance = {
 *   certificate: (1n << 32n) | 1n,
 *   to: who.buyer,
 *   value: 250_00n,
 *   tradeReference: scene.digest("order 7"),
 *   nonce: 1n,
 * };
 * const message = { acceptance, deadline: 2_000_000_000, epoch: 1 };
 * acceptanceTypedData(deployment, message).value.value // => 250_00n
 */
export function acceptanceTypedData(
  deployment: Pick<LedgerDeployment, "chainId" | "addresses">,
  { acceptance, deadline, epoch }: AcceptanceTypedDataParameters,
): TypedData {
  const { certificate: token, to, value, tradeReference, nonce } = acceptance;
  const message = { token, to, value, tradeReference, nonce, deadline, epoch };
  return typedDataOf(deployment, "acceptance", message);
}
