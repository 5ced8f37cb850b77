import type { LedgerDeployment } from "../ledger/ledger.ts";
import type { Pledge } from "./pledge.ts";
import { pledgeStruct } from "./pledgeStruct.ts";
import type { SignedUntil, TypedData } from "./typedData.ts";
import { typedDataOf } from "./typedDataOf.ts";

export type PledgeCountersignatureTypedDataParameters = SignedUntil & {
  readonly pledge: Pledge;
  /** Member that pledges. */
  readonly debtor: number;
  /** Unused nonce of the custodian. */
  readonly nonce: bigint;
};

/**
 * What the custodian of goods signs to countersign a pledge that is yet to be made (`liens.pledgeWithSignatures`).
 *
 * @example
 * import { pledgeCountersignatureTypedData } from "@tallystick/sdk";
 *
 * const pledge = await scene.lien.pledgeOfGoods({ amount: 3_000n });
 * const word = { pledge, debtor: who.supplier, nonce: 1n, deadline: 2_000_000_000, epoch: 1 };
 * pledgeCountersignatureTypedData(deployment, word).value.amount // => 3_000n
 */
export function pledgeCountersignatureTypedData(
  deployment: Pick<LedgerDeployment, "chainId" | "addresses">,
  parameters: PledgeCountersignatureTypedDataParameters,
): TypedData {
  const { pledge, debtor, nonce, deadline, epoch } = parameters;
  const value = { ...pledgeStruct(deployment, pledge), debtor, nonce, deadline, epoch };
  return typedDataOf(deployment, "pledgeCountersignature", value);
}
