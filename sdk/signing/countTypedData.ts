import type { LedgerDeployment } from "../ledger/ledger.ts";
import { countMethods } from "../vocabulary/countMethods.ts";
import { numberOf } from "../vocabulary/numberOf.ts";
import type { Count } from "./count.ts";
import type { SignedUntil, TypedData } from "./typedData.ts";
import { typedDataOf } from "./typedDataOf.ts";

export type CountTypedDataParameters = SignedUntil & { readonly count: Count };

/**
 * What a custodian, an appointed counter or its device signs to state a count. Anyone may record it.
 *
 * @throws VocabularyError for a method that there is not
 *
 * @example
 * import { countTypedData } from "@tallystick/sdk";
 *
 * const { lot } = await scene.warehouse.lot();
 * const count = await scene.warehouse.count({ lot, quantity: 10_000n });
 * countTypedData(deployment, { count, deadline: 2_000_000_000, epoch: 1 }).value.quantity // => 10_000n
 */
export function countTypedData(
  deployment: Pick<LedgerDeployment, "chainId" | "addresses">,
  { count, deadline, epoch }: CountTypedDataParameters,
): TypedData {
  const method = numberOf(countMethods, count.method);
  return typedDataOf(deployment, "count", { ...count, method, deadline, epoch });
}
