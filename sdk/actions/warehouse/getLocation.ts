import { bytes3ToUnit } from "../../goods/bytes3ToUnit.ts";
import type { Ledger } from "../../ledger/ledger.ts";
import type { LedgerErrorType } from "../../ledger/ledgerErrorType.ts";
import { readContract } from "../../ledger/readContract.ts";

export type GetLocationParameters = {
  /** Number of the location. */
  readonly location: number;
};

export type GetLocationReturnType = {
  /** Number of the location. */
  readonly location: number;
  /** Its only custodian. */
  readonly custodian: number;
  /** Most that it holds, a count of the unit. */
  readonly capacity: bigint;
  /** UN/ECE Recommendation 20 code of three characters. */
  readonly unit: string;
  /** Seconds after which evidence is stale. */
  readonly freshFor: number;
  /** Seconds after which nothing is released. */
  readonly freezeAfter: number;
  /** Member that counts beside the custodian. */
  readonly counter: number | undefined;
  /** Goods of all its lots. */
  readonly measured: bigint;
  /** Whether they exceed its capacity. */
  readonly over: boolean;
  /** Digest of the physical place, 32 bytes in hex. */
  readonly place: string;
};

export type GetLocationErrorType = LedgerErrorType;

/**
 * A location.
 *
 * @throws LedgerError when the ledger does not know it
 *
 * @example
 * import { warehouses } from "@tallystick/sdk";
 *
 * const { location } = await scene.warehouse.location({ capacity: 500_000n });
 * const { custodian: keeper, capacity, unit } = await warehouses.getLocation(bank, { location });
 * keeper === who.custodian // => true
 * capacity // => 500_000n
 * unit // => "KGM"
 */
export async function getLocation(
  ledger: Ledger,
  { location }: GetLocationParameters,
): Promise<GetLocationReturnType> {
  const stored = await readContract(ledger, "warehouses", (contract) =>
    contract.locationOf(location),
  );
  return {
    location,
    custodian: Number(stored.custodian),
    capacity: stored.capacity,
    unit: bytes3ToUnit(stored.unit),
    freshFor: Number(stored.freshFor),
    freezeAfter: Number(stored.freezeAfter),
    counter: stored.counter === 0n ? undefined : Number(stored.counter),
    measured: stored.measured,
    over: stored.over,
    place: stored.place,
  };
}
