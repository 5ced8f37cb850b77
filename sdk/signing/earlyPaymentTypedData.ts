import type { LedgerDeployment } from "../ledger/ledger.ts";
import { earlyPaymentStruct } from "./earlyPaymentStruct.ts";
import type { EarlyPaymentTerms } from "./earlyPaymentTerms.ts";
import type { SignedUntil, TypedData } from "./typedData.ts";
import { typedDataOf } from "./typedDataOf.ts";

export type EarlyPaymentTypedDataParameters = SignedUntil & { readonly terms: EarlyPaymentTerms };

/**
 * What obligor and holder sign, each with its own deadline and epoch, to end a certificate early.
 *
 * @example
 * import { earlyPaymentTypedData } from "@tallystick/sdk";
 *
 * const terms = await scene.earlyPaymentTerms();
 * const message = { terms, deadline: 2_000_000_000, epoch: 1 };
 * const { value } = earlyPaymentTypedData(deployment, message);
 * value.token === terms.certificate // => true
 */
export function earlyPaymentTypedData(
  deployment: Pick<LedgerDeployment, "chainId" | "addresses">,
  { terms, deadline, epoch }: EarlyPaymentTypedDataParameters,
): TypedData {
  return typedDataOf(deployment, "earlyPayment", { ...earlyPaymentStruct(terms), deadline, epoch });
}
