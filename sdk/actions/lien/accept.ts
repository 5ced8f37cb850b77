import type { Ledger } from "../../ledger/ledger.ts";
import type { LedgerErrorType } from "../../ledger/ledgerErrorType.ts";
import { type WriteReturnType, writeContract } from "../../ledger/writeContract.ts";
import type { WriteParameters } from "../../ledger/writeParameters.ts";
import type { Registration } from "../../signing/registration.ts";
import { registrationStruct } from "../../signing/registrationStruct.ts";

export type AcceptParameters = WriteParameters & {
  /** Id of the lien. */
  readonly lien: bigint;
  /** Its entry in the movables registry; undefined for none yet. */
  readonly registration?: Registration | undefined;
};

export type AcceptReturnType = WriteReturnType;

export type AcceptErrorType = LedgerErrorType;

/**
 * Accepts a pledge, by an account of the secured party. A pledge of a receivable encumbers once it is registered, one of
 * goods once their custodian countersigned.
 *
 * @throws LedgerError when the ledger refuses
 *
 * @example
 * import { liens } from "@tallystick/sdk";
 *
 * const { lien } = await scene.lien.proposed();
 * const registration = { number: scene.digest("registry 0042"), registeredAt: await scene.now() };
 * await liens.accept(financier, { lien, registration });
 * (await liens.get(anyone, { lien })).state // => "active"
 */
export async function accept(
  ledger: Ledger,
  parameters: AcceptParameters,
): Promise<AcceptReturnType> {
  const { lien, registration } = parameters;
  const { written } = await writeContract(ledger, "liens", "accept", parameters, (contract, ref) =>
    contract.accept.populateTransaction(lien, registrationStruct(registration), ref),
  );
  return written;
}
