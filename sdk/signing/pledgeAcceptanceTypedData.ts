import type { LedgerDeployment } from "../ledger/ledger.ts";
import type { Pledge } from "./pledge.ts";
import { pledgeStruct } from "./pledgeStruct.ts";
import type { Registration } from "./registration.ts";
import { registrationStruct } from "./registrationStruct.ts";
import type { SignedUntil, TypedData } from "./typedData.ts";
import { typedDataOf } from "./typedDataOf.ts";

export type PledgeAcceptanceTypedDataParameters = SignedUntil & {
  readonly pledge: Pledge;
  /** Member that pledges. */
  readonly debtor: number;
  /** Its entry in the movables registry; undefined for none yet. */
  readonly registration?: Registration | undefined;
  /** Unused nonce of the secured party. */
  readonly nonce: bigint;
};

/**
 * What a secured party signs to accept a pledge that is yet to be made (`liens.pledgeWithSignatures`).
 *
 * @example
 * import { pledgeAcceptanceTypedData } from "@tallystick/sdk";
 *
 * const pledge = await scene.lien.pledge({ amount: 400_00n });
 * const word = { pledge, debtor: who.supplier, nonce: 1n, deadline: 2_000_000_000, epoch: 1 };
 * pledgeAcceptanceTypedData(deployment, word).value.amount // => 400_00n
 */
export function pledgeAcceptanceTypedData(
  deployment: Pick<LedgerDeployment, "chainId" | "addresses">,
  parameters: PledgeAcceptanceTypedDataParameters,
): TypedData {
  const { pledge, debtor, registration, nonce, deadline, epoch } = parameters;
  return typedDataOf(deployment, "pledgeAcceptance", {
    ...pledgeStruct(deployment, pledge),
    debtor,
    ...registrationStruct(registration),
    nonce,
    deadline,
    epoch,
  });
}
