import type { LedgerDeployment } from "../ledger/ledger.ts";
import { retirementStruct } from "./retirementStruct.ts";
import type { RetirementTerms } from "./retirementTerms.ts";
import type { SignedUntil, TypedData } from "./typedData.ts";
import { typedDataOf } from "./typedDataOf.ts";

export type RetirementTypedDataParameters = SignedUntil & { readonly terms: RetirementTerms };

/**
 * What obligor and holder sign, each with its own deadline and epoch, to retire value to a bill.
 *
 * @example
 * import { retirementTypedData } from "@tallystick/sdk";
 *
 * const terms = await scene.retirementTerms();
 * const { value } = retirementTypedData(deployment, { terms, deadline: 2_000_000_000, epoch: 1 });
 * value.bill.tag === terms.billTag // => true
 */
export function retirementTypedData(
  deployment: Pick<LedgerDeployment, "chainId" | "addresses">,
  { terms, deadline, epoch }: RetirementTypedDataParameters,
): TypedData {
  return typedDataOf(deployment, "retirement", { ...retirementStruct(terms), deadline, epoch });
}
