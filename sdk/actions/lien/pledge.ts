import type { Ledger } from "../../ledger/ledger.ts";
import type { LedgerErrorType } from "../../ledger/ledgerErrorType.ts";
import { type WriteReturnType, writeContract } from "../../ledger/writeContract.ts";
import type { WriteParameters } from "../../ledger/writeParameters.ts";
import type { Pledge } from "../../signing/pledge.ts";
import { pledgeStruct } from "../../signing/pledgeStruct.ts";

export type PledgeParameters = WriteParameters & {
  /** What is pledged. */
  readonly pledge: Pledge;
};

export type PledgeReturnType = WriteReturnType & {
  /** Id of the lien. */
  readonly lien: bigint;
};

export type PledgeErrorType = LedgerErrorType;

/**
 * Pledges value, by an account of its holder of record: it is held until the secured party accepts and, for goods, their
 * custodian countersigns, or the pledge expires.
 *
 * @throws LedgerError when the ledger refuses; TimeError for a date that is none
 *
 * @example
 * import { certificates, liens } from "@tallystick/sdk";
 *
 * const pledge = await scene.lien.pledge({ amount: 400_00n });
 * const { lien } = await liens.pledge(supplier, { pledge });
 * (await liens.get(financier, { lien })).state // => "proposed"
 * (await certificates.getPosition(supplier, { certificate: pledge.token })).held // => 400_00n
 */
export async function pledge(
  ledger: Ledger,
  parameters: PledgeParameters,
): Promise<PledgeReturnType> {
  const { written, eventOf } = await writeContract(
    ledger,
    "liens",
    "pledge",
    parameters,
    async (contract, ref) =>
      contract.pledge.populateTransaction(pledgeStruct(ledger.deployment, parameters.pledge), ref),
  );
  return { ...written, lien: eventOf("LienProposed").lien };
}
