import type { Ledger } from "../../ledger/ledger.ts";
import type { LedgerErrorType } from "../../ledger/ledgerErrorType.ts";
import { type WriteReturnType, writeContract } from "../../ledger/writeContract.ts";
import type { WriteParameters } from "../../ledger/writeParameters.ts";

export type EndParameters = WriteParameters & {
  /** Number of the instruction. */
  readonly instruction: bigint;
};

export type EndReturnType = WriteReturnType & {
  /** Whether it has ended; false while the other party has not agreed. */
  readonly ended: boolean;
};

export type EndErrorType = LedgerErrorType;

/**
 * Ends an accepted instruction that has had no outcome until 5 days after its value day: by payer and payee, each of them
 * once, or by a legal account alone.
 *
 * @throws LedgerError when the ledger refuses
 *
 * @example
 * import { payments } from "@tallystick/sdk";
 *
 * const { instruction } = await scene.instructed();
 * await payments.accept(bank, { instruction, valueDay: await scene.today() });
 * await scene.passDays(6);
 * (await payments.end(legal, { instruction })).ended // => true
 * (await payments.get(legal, { instruction })).state // => "ended"
 */
export async function end(ledger: Ledger, parameters: EndParameters): Promise<EndReturnType> {
  const { instruction } = parameters;
  const { written } = await writeContract(
    ledger,
    "settlement",
    "endInstruction",
    parameters,
    (contract, ref) => contract.endInstruction.populateTransaction(instruction, ref),
  );
  return { ...written, ended: written.events.some(({ name }) => name === "InstructionEnded") };
}
