import { TypedDataEncoder } from "ethers";
import type { LedgerDeployment } from "../ledger/ledger.ts";
import {
  type ReplacementTypedDataParameters,
  replacementTypedData,
} from "./replacementTypedData.ts";
import { signedTypes } from "./signedTypes.ts";

/**
 * EIP-712 digest of a replacement, which whoever holds the receipt approves.
 *
 * @returns 32 bytes in hex
 *
 * @example
 * import { replacementDigest } from "@tallystick/sdk";
 *
 * const { receipt } = await scene.warehouse.issued();
 * const replacement = scene.warehouse.replacement({ receipt, newLot: 2 });
 * replacementDigest(deployment, { replacement, deadline: 2_000_000_000, epoch: 1 }).length // => 66
 */
export function replacementDigest(
  deployment: Pick<LedgerDeployment, "chainId" | "addresses">,
  parameters: ReplacementTypedDataParameters,
): string {
  const { domain, value } = replacementTypedData(deployment, parameters);
  return TypedDataEncoder.hash(domain, { ...signedTypes.replacement }, value);
}
