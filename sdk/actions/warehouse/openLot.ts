import type { Ledger } from "../../ledger/ledger.ts";
import type { LedgerErrorType } from "../../ledger/ledgerErrorType.ts";
import { type WriteReturnType, writeContract } from "../../ledger/writeContract.ts";
import type { WriteParameters } from "../../ledger/writeParameters.ts";
import { civilDateToDay } from "../../time/civilDateToDay.ts";

export type OpenLotParameters = WriteParameters & {
  /** Number of the location. */
  readonly location: number;
  /** Digest of the lot mark (`markDigest`), 32 bytes in hex. */
  readonly mark: string;
  /** Digest of the description (`goodsDigest`), 32 bytes in hex. */
  readonly goods: string;
  /** Loss standard: what of a quantity may vanish naturally, at most 500 basis points. */
  readonly lossBasisPoints: number;
  /** `YYYY-MM-DD`, the last day of storage; receipts circulate until then. */
  readonly storageUntil: string;
  /** Smallest part of a receipt in circulation. */
  readonly minLot: bigint;
};

export type OpenLotReturnType = WriteReturnType & {
  /** Number of the new lot. */
  readonly lot: number;
  /** Key of its goods: no other lot has it. */
  readonly goodsKey: string;
};

export type OpenLotErrorType = LedgerErrorType;

/**
 * Opens a lot at a location, by an account of its custodian. It is empty until it is counted.
 *
 * @throws LedgerError when the ledger refuses; TimeError for a date that is none
 *
 * @example
 * import { goodsKey, markDigest, warehouses } from "@tallystick/sdk";
 *
 * const { location, place } = await scene.warehouse.location();
 * const mark = markDigest("heat 4711");
 * const opened = await warehouses.openLot(custodian, {
 *   location,
 *   mark,
 *   goods: scene.digest("description"),
 *   lossBasisPoints: 50,
 *   storageUntil: await scene.warehouse.dateIn(90),
 *   minLot: 10n,
 * });
 * opened.goodsKey === goodsKey(place, mark) // => true
 */
export async function openLot(
  ledger: Ledger,
  parameters: OpenLotParameters,
): Promise<OpenLotReturnType> {
  const { storageUntil, ref: _, ...stated } = parameters;
  const { written, eventOf } = await writeContract(
    ledger,
    "warehouses",
    "openLot",
    parameters,
    async (contract, ref) =>
      contract.openLot.populateTransaction(
        { ...stated, storageUntil: civilDateToDay(storageUntil) },
        ref,
      ),
  );
  const { lot, goodsKey } = eventOf("LotOpened");
  return { ...written, lot: Number(lot), goodsKey };
}
