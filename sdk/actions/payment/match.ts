import type { Ledger } from "../../ledger/ledger.ts";
import type { LedgerErrorType } from "../../ledger/ledgerErrorType.ts";
import { type WriteReturnType, writeContract } from "../../ledger/writeContract.ts";
import type { WriteParameters } from "../../ledger/writeParameters.ts";

export type MatchParameters = WriteParameters & {
  /** Number of the unmatched payment. */
  readonly unmatched: bigint;
  /** Number of the instruction. */
  readonly instruction: bigint;
};

export type MatchReturnType = WriteReturnType & {
  /** Whether it is matched; false while the other side has not agreed. */
  readonly matched: boolean;
};

export type MatchErrorType = LedgerErrorType;

/**
 * Matches an unmatched payment to an open instruction of the same bank, payer account, currency and amount: by the bank and
 * the payer, each of them once.
 *
 * @throws LedgerError when the ledger refuses
 *
 * @example
 * import { payments } from "@tallystick/sdk";
 *
 * const { unmatched, instruction } = await scene.unmatched();
 * (await payments.match(bank, { unmatched, instruction })).matched // => false
 * (await payments.match(obligor, { unmatched, instruction })).matched // => true
 * (await payments.get(bank, { instruction })).state // => "paid"
 */
export async function match(ledger: Ledger, parameters: MatchParameters): Promise<MatchReturnType> {
  const { unmatched, instruction } = parameters;
  const { written } = await writeContract(
    ledger,
    "settlement",
    "matchPayment",
    parameters,
    (contract, ref) => contract.matchPayment.populateTransaction(unmatched, instruction, ref),
  );
  return { ...written, matched: written.events.some(({ name }) => name === "PaymentMatched") };
}
