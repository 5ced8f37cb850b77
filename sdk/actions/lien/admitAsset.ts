import type { Ledger } from "../../ledger/ledger.ts";
import type { LedgerErrorType } from "../../ledger/ledgerErrorType.ts";
import { type WriteReturnType, writeContract } from "../../ledger/writeContract.ts";
import type { WriteParameters } from "../../ledger/writeParameters.ts";

export type AdmitAssetParameters = WriteParameters & {
  /** Address of the token contract. */
  readonly asset: string;
  /** Whether it is title to goods, whose custodian countersigns; else its liens need registration. */
  readonly goods: boolean;
};

export type AdmitAssetReturnType = WriteReturnType;

export type AdmitAssetErrorType = LedgerErrorType;

/**
 * Lets positions of a token contract be pledged: only governance, after the delay that its grant has. The token grants
 * its holds to `Liens` besides.
 *
 * @throws LedgerError when the ledger refuses
 *
 * @example
 * import { liens } from "@tallystick/sdk";
 *
 * const asset = { asset: deployment.addresses.settlement, goods: false };
 * const { code } = await liens.admitAsset(operator, asset).catch((error) => error);
 * code // => "AccessManagedUnauthorized"
 */
export async function admitAsset(
  ledger: Ledger,
  parameters: AdmitAssetParameters,
): Promise<AdmitAssetReturnType> {
  const { asset, goods } = parameters;
  const { written } = await writeContract(
    ledger,
    "liens",
    "admitAsset",
    parameters,
    (contract, ref) => contract.admitAsset.populateTransaction(asset, goods, ref),
  );
  return written;
}
