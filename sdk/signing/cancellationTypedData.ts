import type { LedgerDeployment } from "../ledger/ledger.ts";
import type { Cancellation } from "./cancellation.ts";
import type { SignedUntil, TypedData } from "./typedData.ts";
import { typedDataOf } from "./typedDataOf.ts";

export type CancellationTypedDataParameters = SignedUntil & { readonly cancellation: Cancellation };

/**
 * What a holder signs to end a receipt while the goods stay (`receipts.cancel`).
 *
 * @example
 * import { cancellationTypedData } from "@tallystick/sdk";
 *
 * const { receipt } = await scene.warehouse.issued();
 * const cancellation = scene.warehouse.cancellation({ receipt });
 * const message = { cancellation, deadline: 2_000_000_000, epoch: 1 };
 * cancellationTypedData(deployment, message).value.quantity // => 1_000n
 */
export function cancellationTypedData(
  deployment: Pick<LedgerDeployment, "chainId" | "addresses">,
  { cancellation, deadline, epoch }: CancellationTypedDataParameters,
): TypedData {
  const { receipt: token, ...terms } = cancellation;
  return typedDataOf(deployment, "cancellation", { token, ...terms, deadline, epoch });
}
