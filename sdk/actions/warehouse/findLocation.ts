import type { Ledger } from "../../ledger/ledger.ts";
import type { LedgerErrorType } from "../../ledger/ledgerErrorType.ts";
import { readContract } from "../../ledger/readContract.ts";

export type FindLocationParameters = {
  /** Digest of the physical place (`placeDigest`), 32 bytes in hex. */
  readonly place: string;
};

export type FindLocationReturnType = number | undefined;

export type FindLocationErrorType = LedgerErrorType;

/**
 * The location of a place; undefined when nobody registered it.
 *
 * @throws LedgerCallError when the ledger can't be asked
 *
 * @example
 * import { placeDigest, warehouses } from "@tallystick/sdk";
 *
 * await warehouses.findLocation(bank, { place: placeDigest("nowhere") }) // => undefined
 */
export async function findLocation(
  ledger: Ledger,
  { place }: FindLocationParameters,
): Promise<FindLocationReturnType> {
  const location = await readContract(ledger, "warehouses", (contract) =>
    contract.locationAt(place),
  );
  return location === 0n ? undefined : Number(location);
}
