import type { LedgerDeployment } from "../ledger/ledger.ts";
import type { Replacement } from "./replacement.ts";
import type { SignedUntil, TypedData } from "./typedData.ts";
import { typedDataOf } from "./typedDataOf.ts";

export type ReplacementTypedDataParameters = SignedUntil & { readonly replacement: Replacement };

/**
 * What a holder signs to have other goods take the place of these (`receipts.replace`).
 *
 * @example
 * import { replacementTypedData } from "@tallystick/sdk";
 *
 * const { receipt } = await scene.warehouse.issued();
 * const replacement = scene.warehouse.replacement({ receipt, newLot: 2 });
 * const message = { replacement, deadline: 2_000_000_000, epoch: 1 };
 * replacementTypedData(deployment, message).value.newLot // => 2
 */
export function replacementTypedData(
  deployment: Pick<LedgerDeployment, "chainId" | "addresses">,
  { replacement, deadline, epoch }: ReplacementTypedDataParameters,
): TypedData {
  const { receipt: token, ...terms } = replacement;
  return typedDataOf(deployment, "replacement", { token, ...terms, deadline, epoch });
}
