import { currencyCode } from "../../ledger/currencyCode.ts";
import type { Ledger } from "../../ledger/ledger.ts";
import type { LedgerErrorType } from "../../ledger/ledgerErrorType.ts";
import { readContract } from "../../ledger/readContract.ts";

export type GetTallyParameters = {
  /** Fingerprint of the thing, 32 bytes in hex. */
  readonly tag: string;
  /** Key epoch of the tag; 0 by default. */
  readonly epoch?: number | undefined;
};

export type GetTallyReturnType = {
  /** How much of it exists: the face of an invoice, minor units. */
  readonly exists: bigint;
  /** Used by what is confirmed and not accepted yet. */
  readonly reserved: bigint;
  /** Used by what lives or was paid. */
  readonly committed: bigint;
  /** ISO 4217; undefined while nothing is claimed. */
  readonly unit: string | undefined;
};

export type GetTallyErrorType = LedgerErrorType;

/**
 * How much of a real thing exists and is used up. All 0 while nothing of it is claimed.
 *
 * @throws LedgerCallError when the ledger can't be asked
 *
 * @example
 * import { claims } from "@tallystick/sdk";
 *
 * const { terms } = await scene.confirmed({ face: 1_000_00n });
 * const [{ tag }] = terms.invoices;
 * const { reserved, committed } = await claims.getTally(bank, { tag });
 * reserved // => 1_000_00n
 * committed // => 0n
 */
export async function getTally(
  ledger: Ledger,
  { tag, epoch = 0 }: GetTallyParameters,
): Promise<GetTallyReturnType> {
  const { exists, reserved, committed, unit } = await readContract(ledger, "claims", (contract) =>
    contract.tallyOf(epoch, tag),
  );
  return {
    exists,
    reserved,
    committed,
    unit: unit === "0x000000" ? undefined : currencyCode(unit),
  };
}
