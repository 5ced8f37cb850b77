import type { Ledger } from "../../ledger/ledger.ts";
import type { LedgerErrorType } from "../../ledger/ledgerErrorType.ts";
import { type WriteReturnType, writeContract } from "../../ledger/writeContract.ts";
import type { WriteParameters } from "../../ledger/writeParameters.ts";

export type InstructLateInterestParameters = WriteParameters & {
  /** Token id of the certificate. */
  readonly certificate: bigint;
  /** Settlement bank that is to pay. */
  readonly bank: number;
  /** Last second, in block time, in which the bank can accept it. */
  readonly expiresAt: number;
};

export type InstructLateInterestReturnType = WriteReturnType & {
  /** Number of the instruction. */
  readonly instruction: bigint;
  /** Minor units. */
  readonly amount: bigint;
};

export type InstructLateInterestErrorType = LedgerErrorType;

/**
 * Instructs the payment of the late interest that a certificate is owed, by the obligor or the payee.
 *
 * @throws LedgerError when the ledger refuses
 *
 * @example
 * import { settlements } from "@tallystick/sdk";
 *
 * const { certificate } = await scene.settledLate();
 * const { owed } = await settlements.getLateInterest(supplier, { certificate });
 * const { amount } = await settlements.instructLateInterest(supplier, {
 *   certificate,
 *   bank: who.bank,
 *   expiresAt: (await scene.now()) + 86_400,
 * });
 * amount === owed // => true
 */
export async function instructLateInterest(
  ledger: Ledger,
  parameters: InstructLateInterestParameters,
): Promise<InstructLateInterestReturnType> {
  const { certificate, bank, expiresAt } = parameters;
  const { written, eventOf } = await writeContract(
    ledger,
    "settlementRuns",
    "instructLateInterest",
    parameters,
    (contract, ref) =>
      contract.instructLateInterest.populateTransaction(certificate, bank, expiresAt, ref),
  );
  const event = eventOf("LateInterestInstructed");
  return { ...written, instruction: event.instruction, amount: event.amount };
}
