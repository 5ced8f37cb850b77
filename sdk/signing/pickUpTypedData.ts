import type { LedgerDeployment } from "../ledger/ledger.ts";
import type { PickUp } from "./pickUp.ts";
import type { SignedUntil, TypedData } from "./typedData.ts";
import { typedDataOf } from "./typedDataOf.ts";

export type PickUpTypedDataParameters = SignedUntil & { readonly pickUp: PickUp };

/**
 * What a holder signs to have goods let out; the custodian sends it (`receipts.pickUp`).
 *
 * @example
 * import { pickUpTypedData } from "@tallystick/sdk";
 *
 * const { receipt } = await scene.warehouse.issued();
 * const pickUp = scene.warehouse.pickUp({ receipt });
 * const message = { pickUp, deadline: 2_000_000_000, epoch: 1 };
 * pickUpTypedData(deployment, message).value.goods // => 1_000n
 */
export function pickUpTypedData(
  deployment: Pick<LedgerDeployment, "chainId" | "addresses">,
  { pickUp, deadline, epoch }: PickUpTypedDataParameters,
): TypedData {
  const { receipt: token, ...terms } = pickUp;
  return typedDataOf(deployment, "pickUp", { token, ...terms, deadline, epoch });
}
