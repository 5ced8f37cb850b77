import type { LedgerDeployment } from "../ledger/ledger.ts";
import { earlyPaymentStruct } from "./earlyPaymentStruct.ts";
import type { PledgedPaymentTerms } from "./pledgedPaymentTerms.ts";
import type { SignedUntil, TypedData } from "./typedData.ts";
import { typedDataOf } from "./typedDataOf.ts";

export type PledgedPaymentTypedDataParameters = SignedUntil & {
  readonly terms: PledgedPaymentTerms;
};

/**
 * What obligor, holder and secured party sign, each with its own deadline and epoch, to end encumbered value early.
 *
 * @example
 * import { pledgedPaymentTypedData } from "@tallystick/sdk";
 *
 * const terms = await scene.lien.earlyPaymentTerms();
 * const message = { terms, deadline: 2_000_000_000, epoch: 1 };
 * const { value } = pledgedPaymentTypedData(deployment, message);
 * value.lien === terms.lien // => true
 */
export function pledgedPaymentTypedData(
  deployment: Pick<LedgerDeployment, "chainId" | "addresses">,
  { terms, deadline, epoch }: PledgedPaymentTypedDataParameters,
): TypedData {
  const message = { ...earlyPaymentStruct(terms), deadline, epoch };
  return typedDataOf(deployment, "pledgedPayment", message);
}
