import type { LedgerDeployment } from "../ledger/ledger.ts";
import type { Enforcement } from "./enforcement.ts";
import { enforcementStruct } from "./enforcementStruct.ts";
import type { SignedUntil, TypedData } from "./typedData.ts";
import { typedDataOf } from "./typedDataOf.ts";

export type EnforcementTypedDataParameters = SignedUntil & { readonly order: Enforcement };

/**
 * What a debtor signs, after its default was declared, to agree to an enforcement (`liens.enforce`).
 *
 * @throws MoneyError `money-currency-unknown`
 *
 * @example
 * import { enforcementTypedData } from "@tallystick/sdk";
 *
 * const { lien } = await scene.lien.defaulted();
 * const order = scene.lien.takeOver({ lien, price: 100_00n });
 * const message = { order, deadline: 2_000_000_000, epoch: 1 };
 * enforcementTypedData(deployment, message).value.price // => 100_00n
 */
export function enforcementTypedData(
  deployment: Pick<LedgerDeployment, "chainId" | "addresses">,
  { order, deadline, epoch }: EnforcementTypedDataParameters,
): TypedData {
  return typedDataOf(deployment, "enforcement", { ...enforcementStruct(order), deadline, epoch });
}
