import { unitToBytes3 } from "../../goods/unitToBytes3.ts";
import type { Ledger } from "../../ledger/ledger.ts";
import type { LedgerErrorType } from "../../ledger/ledgerErrorType.ts";
import { type WriteReturnType, writeContract } from "../../ledger/writeContract.ts";
import type { WriteParameters } from "../../ledger/writeParameters.ts";

export type RegisterLocationParameters = WriteParameters & {
  /** Digest of the physical place (`placeDigest`), 32 bytes in hex. */
  readonly place: string;
  /** Most that it holds, a count of the unit. */
  readonly capacity: bigint;
  /** UN/ECE Recommendation 20 code of three characters: KGM, TNE, C62. */
  readonly unit: string;
};

export type RegisterLocationReturnType = WriteReturnType & {
  /** Number of the new location. */
  readonly location: number;
};

export type RegisterLocationErrorType = LedgerErrorType;

/**
 * Registers a physical place that nobody registered, by an account of an admitted custodian.
 *
 * @throws LedgerError when the ledger refuses; GoodsError for a unit that is none
 *
 * @example
 * import { placeDigest, warehouses } from "@tallystick/sdk";
 *
 * await scene.warehouse.admitted();
 * const place = placeDigest("CN Shanghai Baoshan, Yunchuan Road 8, hall 2");
 * const { location } = await warehouses.registerLocation(custodian, {
 *   place,
 *   capacity: 1_000_000n,
 *   unit: "KGM",
 * });
 * (await warehouses.findLocation(bank, { place })) === location // => true
 */
export async function registerLocation(
  ledger: Ledger,
  parameters: RegisterLocationParameters,
): Promise<RegisterLocationReturnType> {
  const { place, capacity, unit } = parameters;
  const { written, eventOf } = await writeContract(
    ledger,
    "warehouses",
    "registerLocation",
    parameters,
    async (contract, ref) =>
      contract.registerLocation.populateTransaction(place, capacity, unitToBytes3(unit), ref),
  );
  return { ...written, location: Number(eventOf("LocationRegistered").location) };
}
