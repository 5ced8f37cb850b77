import type { Ledger } from "../../ledger/ledger.ts";
import type { LedgerErrorType } from "../../ledger/ledgerErrorType.ts";
import { type WriteReturnType, writeContract } from "../../ledger/writeContract.ts";
import type { WriteParameters } from "../../ledger/writeParameters.ts";
import { civilDateToDay } from "../../time/civilDateToDay.ts";

export type AcceptParameters = WriteParameters & {
  /** Number of the instruction. */
  readonly instruction: bigint;
  /** `YYYY-MM-DD` on which the bank means to pay, from today to 31 days ahead. */
  readonly valueDay: string;
};

export type AcceptReturnType = WriteReturnType;

export type AcceptErrorType = LedgerErrorType;

/**
 * Takes an instruction on, by an account of the bank that it names: what hangs on it is firm and does not expire any more.
 *
 * @throws LedgerError when the ledger refuses
 *
 * @example
 * import { payments } from "@tallystick/sdk";
 *
 * const { instruction } = await scene.instructed();
 * await payments.accept(bank, { instruction, valueDay: await scene.today() });
 * (await payments.get(bank, { instruction })).state // => "accepted"
 */
export async function accept(
  ledger: Ledger,
  parameters: AcceptParameters,
): Promise<AcceptReturnType> {
  const { instruction, valueDay } = parameters;
  const { written } = await writeContract(
    ledger,
    "settlement",
    "acceptInstruction",
    parameters,
    (contract, ref) =>
      contract.acceptInstruction.populateTransaction(instruction, civilDateToDay(valueDay), ref),
  );
  return written;
}
