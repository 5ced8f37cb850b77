import type { Ledger } from "../../ledger/ledger.ts";
import type { LedgerErrorType } from "../../ledger/ledgerErrorType.ts";
import { readContract } from "../../ledger/readContract.ts";
import { dayToCivilDate } from "../../time/dayToCivilDate.ts";

export type GetLotParameters = {
  /** Number of the lot. */
  readonly lot: number;
};

export type GetLotReturnType = {
  /** Number of the lot. */
  readonly lot: number;
  /** Number of the location. */
  readonly location: number;
  /** Goods, a count of the location's unit. */
  readonly measured: bigint;
  /** Quantity of live receipts. */
  readonly live: bigint;
  /** Loss standard. */
  readonly lossBasisPoints: number;
  /** Time of the last evidence that nothing contradicts, in seconds; 0 before the first count. */
  readonly soundAt: number;
  /** Whether receipts exceed goods and natural loss (I6). */
  readonly short: boolean;
  /** Whether custodian and counter disagree. */
  readonly contradicted: boolean;
  /** Last count of the custodian. */
  readonly byCustodian:
    | {
        /** Goods, less what left since. */
        readonly quantity: bigint;
        /** Time of the count in seconds. */
        readonly takenAt: number;
      }
    | undefined;
  /** Last count of the counter. */
  readonly byCounter:
    | {
        /** Goods, less what left since. */
        readonly quantity: bigint;
        /** Time of the count in seconds. */
        readonly takenAt: number;
      }
    | undefined;
  /** When goods left last, in seconds. */
  readonly movedAt: number | undefined;
  /** `YYYY-MM-DD`, the last day of storage. */
  readonly storageUntil: string;
  /** Smallest part of a receipt in circulation. */
  readonly minLot: bigint;
  /** Digest of the description, 32 bytes in hex. */
  readonly goods: string;
};

export type GetLotErrorType = LedgerErrorType;

function counted(quantity: bigint, takenAt: bigint) {
  return takenAt === 0n ? undefined : { quantity, takenAt: Number(takenAt) };
}

/**
 * A lot: what was stated of it, what was measured, what is under receipt.
 *
 * @throws LedgerError when the ledger does not know it
 *
 * @example
 * import { warehouses } from "@tallystick/sdk";
 *
 * const { lot } = await scene.warehouse.counted({ quantity: 10_000n });
 * const { measured, live, short } = await warehouses.getLot(bank, { lot });
 * measured // => 10_000n
 * live // => 0n
 * short // => false
 */
export async function getLot(ledger: Ledger, { lot }: GetLotParameters): Promise<GetLotReturnType> {
  const stored = await readContract(ledger, "warehouses", (contract) => contract.lotOf(lot));
  return {
    lot,
    location: Number(stored.location),
    measured: stored.measured,
    live: stored.live,
    lossBasisPoints: Number(stored.lossBasisPoints),
    soundAt: Number(stored.soundAt),
    short: stored.short,
    contradicted: stored.contradicted,
    byCustodian: counted(stored.byCustodian, stored.byCustodianAt),
    byCounter: counted(stored.byCounter, stored.byCounterAt),
    movedAt: stored.movedAt === 0n ? undefined : Number(stored.movedAt),
    storageUntil: dayToCivilDate(stored.storageUntil),
    minLot: stored.minLot,
    goods: stored.goods,
  };
}
