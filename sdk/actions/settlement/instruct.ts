import type { Ledger } from "../../ledger/ledger.ts";
import type { LedgerErrorType } from "../../ledger/ledgerErrorType.ts";
import { type WriteReturnType, writeContract } from "../../ledger/writeContract.ts";
import type { WriteParameters } from "../../ledger/writeParameters.ts";
import { instructionIn } from "../instructionIn.ts";

export type InstructParameters = WriteParameters & {
  /** Which receivable. */
  readonly receivable: number;
  /** Minor units. */
  readonly amount: bigint;
  /** Settlement bank that is to pay. */
  readonly bank: number;
  /** Last second, in block time, in which the bank can accept it. */
  readonly expiresAt: number;
};

export type InstructReturnType = WriteReturnType & {
  /** Number of the instruction. */
  readonly instruction: bigint;
};

export type InstructErrorType = LedgerErrorType;

/**
 * Instructs the payment of a receivable, by its obligor, from the start of its due day on. What is paid above the unpaid
 * value becomes an unmatched payment.
 *
 * @throws LedgerError when the ledger refuses
 *
 * @example
 * import { payments, settlements } from "@tallystick/sdk";
 *
 * const { receivable, terms } = await scene.due();
 * const { instruction } = await settlements.instruct(obligor, {
 *   receivable,
 *   amount: terms.amount,
 *   bank: who.bank,
 *   expiresAt: (await scene.now()) + 86_400,
 * });
 * (await payments.get(bank, { instruction })).kind // => "settlement"
 */
export async function instruct(
  ledger: Ledger,
  parameters: InstructParameters,
): Promise<InstructReturnType> {
  const { receivable, amount, bank, expiresAt } = parameters;
  const { written } = await writeContract(
    ledger,
    "settlementRuns",
    "instructSettlement",
    parameters,
    (contract, ref) =>
      contract.instructSettlement.populateTransaction(receivable, amount, bank, expiresAt, ref),
  );
  return { ...written, instruction: instructionIn(written.events) };
}
