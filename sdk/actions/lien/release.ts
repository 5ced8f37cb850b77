import type { Ledger } from "../../ledger/ledger.ts";
import type { LedgerErrorType } from "../../ledger/ledgerErrorType.ts";
import { type WriteReturnType, writeContract } from "../../ledger/writeContract.ts";
import type { WriteParameters } from "../../ledger/writeParameters.ts";

export type ReleaseParameters = WriteParameters & {
  /** Id of the lien. */
  readonly lien: bigint;
  /** What is freed, in the asset's unit. */
  readonly amount: bigint;
};

export type ReleaseReturnType = WriteReturnType;

export type ReleaseErrorType = LedgerErrorType;

/**
 * Frees encumbered value, a part or all, by the secured party.
 *
 * @throws LedgerError when the ledger refuses
 *
 * @example
 * import { certificates, liens } from "@tallystick/sdk";
 *
 * const { lien, token } = await scene.lien.active({ amount: 400_00n });
 * await liens.release(financier, { lien, amount: 150_00n });
 * (await liens.get(anyone, { lien })).amount // => 250_00n
 * (await certificates.getPosition(supplier, { certificate: token })).held // => 250_00n
 */
export async function release(
  ledger: Ledger,
  parameters: ReleaseParameters,
): Promise<ReleaseReturnType> {
  const { lien, amount } = parameters;
  const { written } = await writeContract(ledger, "liens", "release", parameters, (contract, ref) =>
    contract.release.populateTransaction(lien, amount, ref),
  );
  return written;
}
