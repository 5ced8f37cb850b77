import { currencyCode } from "../../ledger/currencyCode.ts";
import type { Ledger } from "../../ledger/ledger.ts";
import type { LedgerErrorType } from "../../ledger/ledgerErrorType.ts";
import { readContract } from "../../ledger/readContract.ts";
import { dayToCivilDate } from "../../time/dayToCivilDate.ts";

export type GetCirculationParameters = {
  /** Which receivable. */
  readonly receivable: number;
};

export type GetCirculationReturnType = {
  /** Certificates that came of it so far, spent ones included. */
  readonly parts: number;
  /** Member that each pass notifies: the obligor. */
  readonly notifies: number;
  /** ISO 4217. */
  readonly currency: string;
  /** `YYYY-MM-DD`, the last day on which it circulates. */
  readonly dueDay: string;
  /** Deepest tier. */
  readonly maxTier: number;
  /** Most certificates. */
  readonly maxParts: number;
  /** Smallest part that may be passed, minor units. */
  readonly minLot: bigint;
  /** Whether a settlement run ended circulation. */
  readonly closed: boolean;
  /** Whether a settlement run is open: nothing moves but by it. */
  readonly settling: boolean;
};

export type GetCirculationErrorType = LedgerErrorType;

/**
 * What circulation of a receivable must keep, and whether it still goes on.
 *
 * @throws LedgerError when the ledger does not know it
 *
 * @example
 * import { certificates } from "@tallystick/sdk";
 *
 * const { receivable } = await scene.issued();
 * const { parts, closed } = await certificates.getCirculation(bank, { receivable });
 * parts // => 1
 * closed // => false
 */
export async function getCirculation(
  ledger: Ledger,
  { receivable }: GetCirculationParameters,
): Promise<GetCirculationReturnType> {
  const slot = await readContract(ledger, "creditCertificates", (contract) =>
    contract.slotInfo(receivable),
  );
  return {
    parts: Number(slot.serials),
    notifies: Number(slot.noticeTo),
    currency: currencyCode(slot.unit),
    dueDay: dayToCivilDate(slot.dueDay),
    maxTier: Number(slot.maxTier),
    maxParts: Number(slot.maxSplits),
    minLot: slot.minLot,
    closed: slot.closed,
    settling: slot.running,
  };
}
