import type { Ledger } from "../../ledger/ledger.ts";
import type { LedgerErrorType } from "../../ledger/ledgerErrorType.ts";
import { readContract } from "../../ledger/readContract.ts";

export type GetHoldParameters = {
  /** Number of the hold. */
  readonly hold: bigint;
};

export type GetHoldReturnType =
  | {
      /** Number of the hold. */
      readonly hold: bigint;
      /** Token id of the receipt. */
      readonly receipt: bigint;
      /** Quantity that it holds. */
      readonly quantity: bigint;
      /** Block time in seconds; undefined for one that an active lien keeps. */
      readonly expiresAt: number | undefined;
      /** Whether a bank has accepted the payment that it hangs on. */
      readonly firm: boolean;
    }
  | undefined;

export type GetHoldErrorType = LedgerErrorType;

/**
 * What a ledger contract reserves of a receipt; undefined for a hold that ended or never was.
 *
 * @throws LedgerCallError when the ledger can't be asked
 *
 * @example
 * import { receipts } from "@tallystick/sdk";
 *
 * await receipts.getHold(bank, { hold: 1n }) // => undefined
 */
export async function getHold(
  ledger: Ledger,
  { hold }: GetHoldParameters,
): Promise<GetHoldReturnType> {
  const stored = await readContract(ledger, "warehouseReceipts", (contract) =>
    contract.holdOf(hold),
  );
  const { token, value, expiresAt, firm } = stored;
  if (token === 0n) return undefined;
  const until = expiresAt === 0n ? undefined : Number(expiresAt);
  return { hold, receipt: token, quantity: value, expiresAt: until, firm };
}
