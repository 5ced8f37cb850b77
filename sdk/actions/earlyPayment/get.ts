import type { Ledger } from "../../ledger/ledger.ts";
import type { LedgerErrorType } from "../../ledger/ledgerErrorType.ts";
import { readContract } from "../../ledger/readContract.ts";
import { type EarlyPaymentState, earlyPaymentStates } from "../../vocabulary/earlyPaymentStates.ts";
import { nameAt } from "../../vocabulary/nameAt.ts";

export type GetParameters = {
  /** Number of the early payment. */
  readonly earlyPayment: bigint;
};

export type GetReturnType = {
  /** Number of the early payment. */
  readonly earlyPayment: bigint;
  /** Token id of the certificate. */
  readonly certificate: bigint;
  /** Minor units of value that end. */
  readonly face: bigint;
  /** Minor units that are paid for it. */
  readonly paid: bigint;
  /** Number of the hold on the value. */
  readonly hold: bigint;
  /** Lien over the value that ends; 0 where it is free. */
  readonly lien: bigint;
  /** Number of the instruction. */
  readonly instruction: bigint;
  /** Where it stands. */
  readonly state: EarlyPaymentState;
};

export type GetErrorType = LedgerErrorType;

/**
 * An early payment; its state is `none` for an unknown number.
 *
 * @throws LedgerCallError when the ledger can't be asked
 *
 * @example
 * import { earlyPayments } from "@tallystick/sdk";
 *
 * (await earlyPayments.get(anyone, { earlyPayment: 1n })).state // => "none"
 */
export async function get(ledger: Ledger, { earlyPayment }: GetParameters): Promise<GetReturnType> {
  const [stored, lien] = await readContract(ledger, "earlyPayments", (contract) =>
    Promise.all([contract.earlyPaymentOf(earlyPayment), contract.lienPaidBy(earlyPayment)]),
  );
  return {
    earlyPayment,
    certificate: stored.token,
    face: stored.face,
    paid: stored.paid,
    hold: stored.holdId,
    lien,
    instruction: stored.instruction,
    state: nameAt(earlyPaymentStates, stored.state),
  };
}
