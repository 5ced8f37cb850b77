import { currencyCode } from "../../ledger/currencyCode.ts";
import type { Ledger } from "../../ledger/ledger.ts";
import type { LedgerErrorType } from "../../ledger/ledgerErrorType.ts";
import { readContract } from "../../ledger/readContract.ts";
import { dayToCivilDate } from "../../time/dayToCivilDate.ts";
import { type InstructionKind, instructionKinds } from "../../vocabulary/instructionKinds.ts";
import { type InstructionState, instructionStates } from "../../vocabulary/instructionStates.ts";
import { nameAt } from "../../vocabulary/nameAt.ts";

export type GetParameters = {
  /** Number of the instruction. */
  readonly instruction: bigint;
};

export type GetReturnType = {
  /** Number of the instruction. */
  readonly instruction: bigint;
  /** Member that pays. */
  readonly payer: number;
  /** Member that is paid; undefined for the holders of record. */
  readonly payee: number | undefined;
  /** Settlement bank that executes and attests it. */
  readonly bank: number;
  /** Minor units. */
  readonly amount: bigint;
  /** ISO 4217. */
  readonly currency: string;
  /** What it pays for. */
  readonly kind: InstructionKind;
  /** Where it stands. */
  readonly state: InstructionState;
  /** Last second, in block time, in which a bank can accept it. */
  readonly expiresAt: number;
  /** Token id or receivable id that it concerns. */
  readonly subject: bigint;
  /** `YYYY-MM-DD`: day on which the bank means to pay, once accepted; on which it counts, once paid. */
  readonly valueDay: string | undefined;
  /** Ledger contract that issued it. */
  readonly issuer: string;
  /** Salted digest of the payer's bank account at issue. */
  readonly payerAccount: string;
  /** Salted digest of the payee's; zero without a payee. */
  readonly payeeAccount: string;
};

export type GetErrorType = LedgerErrorType;

/**
 * A payment instruction.
 *
 * @throws LedgerError when the ledger does not know it
 *
 * @example
 * import { payments } from "@tallystick/sdk";
 *
 * const { instruction } = await scene.instructed();
 * const { kind, state, payer } = await payments.get(bank, { instruction });
 * kind // => "financing"
 * state // => "issued"
 * payer === who.financier // => true
 */
export async function get(ledger: Ledger, { instruction }: GetParameters): Promise<GetReturnType> {
  const stored = await readContract(ledger, "settlement", (contract) =>
    contract.instructionOf(instruction),
  );
  return {
    instruction,
    payer: Number(stored.payer),
    payee: stored.payee === 0n ? undefined : Number(stored.payee),
    bank: Number(stored.bank),
    amount: stored.amount,
    currency: currencyCode(stored.currency),
    kind: nameAt(instructionKinds, stored.kind),
    state: nameAt(instructionStates, stored.state),
    expiresAt: Number(stored.expiresAt),
    subject: stored.subject,
    valueDay: stored.valueDay === 0n ? undefined : dayToCivilDate(stored.valueDay),
    issuer: stored.issuer,
    payerAccount: stored.payerAccount,
    payeeAccount: stored.payeeAccount,
  };
}
