import type { Ledger } from "../../ledger/ledger.ts";
import type { LedgerErrorType } from "../../ledger/ledgerErrorType.ts";
import { type WriteReturnType, writeContract } from "../../ledger/writeContract.ts";
import type { WriteParameters } from "../../ledger/writeParameters.ts";

export type RequestBuyBackParameters = WriteParameters & {
  /** Token id of the certificate. */
  readonly certificate: bigint;
  /** Settlement bank that is to pay. */
  readonly bank: number;
  /** Last second, in block time, in which the bank can accept it. */
  readonly expiresAt: number;
};

export type RequestBuyBackReturnType = WriteReturnType & {
  /** Number of the instruction. */
  readonly instruction: bigint;
  /** Minor units. */
  readonly price: bigint;
  /** Member that buys back. */
  readonly debtor: number;
};

export type RequestBuyBackErrorType = LedgerErrorType;

/**
 * Asks the recourse debtor of a defaulted certificate to buy it back, by its holder.
 *
 * @throws LedgerError when the ledger refuses
 *
 * @example
 * import { financings } from "@tallystick/sdk";
 *
 * const { child } = await scene.financedWithRecourse();
 * await scene.passDays(40);
 * const { debtor } = await financings.requestBuyBack(financier, {
 *   certificate: child,
 *   bank: who.bank,
 *   expiresAt: (await scene.now()) + 86_400,
 * });
 * debtor === who.supplier // => true
 */
export async function requestBuyBack(
  ledger: Ledger,
  parameters: RequestBuyBackParameters,
): Promise<RequestBuyBackReturnType> {
  const { certificate, bank, expiresAt } = parameters;
  const { written, eventOf } = await writeContract(
    ledger,
    "factoring",
    "requestBuyBack",
    parameters,
    (contract, ref) =>
      contract.requestBuyBack.populateTransaction(certificate, bank, expiresAt, ref),
  );
  const event = eventOf("BuyBackRequested");
  return {
    ...written,
    instruction: event.instruction,
    price: event.price,
    debtor: Number(event.debtor),
  };
}
