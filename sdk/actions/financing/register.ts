import type { Ledger } from "../../ledger/ledger.ts";
import type { LedgerErrorType } from "../../ledger/ledgerErrorType.ts";
import { type WriteReturnType, writeContract } from "../../ledger/writeContract.ts";
import type { WriteParameters } from "../../ledger/writeParameters.ts";

export type RegisterParameters = WriteParameters & {
  /** Number of the financing. */
  readonly financing: bigint;
  /** Number in the movables registry, 32 bytes in hex. */
  readonly registryNumber: string;
  /** Time of the registration in seconds; not in the future. */
  readonly registeredAt: number;
};

export type RegisterReturnType = WriteReturnType & {
  /** Number of the principal instruction, on whose payment delivery hangs. */
  readonly instruction: bigint;
};

export type RegisterErrorType = LedgerErrorType;

/**
 * Records the number and the time under which the assignment was registered, by the financier. The payment is instructed
 * with it, and so is the interest that the obligor bears.
 *
 * @throws LedgerError when the ledger refuses
 *
 * @example
 * import { financings, payments } from "@tallystick/sdk";
 *
 * const { financing, quote } = await scene.financing();
 * const { instruction } = await financings.register(financier, {
 *   financing,
 *   registryNumber: scene.digest("registry 0042"),
 *   registeredAt: await scene.now(),
 * });
 * (await payments.get(bank, { instruction })).amount === quote.principal // => true
 */
export async function register(
  ledger: Ledger,
  parameters: RegisterParameters,
): Promise<RegisterReturnType> {
  const { financing, registryNumber, registeredAt } = parameters;
  const { written, eventOf } = await writeContract(
    ledger,
    "factoring",
    "register",
    parameters,
    (contract, ref) =>
      contract.register.populateTransaction(financing, registryNumber, registeredAt, ref),
  );
  const event = eventOf("FinancingRegistered");
  return { ...written, instruction: event.instruction };
}
