import type { Ledger } from "../../ledger/ledger.ts";
import type { LedgerErrorType } from "../../ledger/ledgerErrorType.ts";
import { type WriteReturnType, writeContract } from "../../ledger/writeContract.ts";
import type { WriteParameters } from "../../ledger/writeParameters.ts";

export type ExpireParameters = WriteParameters & {
  /** Number of the instruction. */
  readonly instruction: bigint;
};

export type ExpireReturnType = WriteReturnType;

export type ExpireErrorType = LedgerErrorType;

/**
 * Ends an instruction that no bank accepted, after its expiry or at the cut-off of what it pays for; by anyone.
 *
 * @throws LedgerError when the ledger refuses
 *
 * @example
 * import { payments } from "@tallystick/sdk";
 *
 * const { instruction } = await scene.instructed();
 * await scene.passDays(2);
 * await payments.expire(anyone, { instruction });
 * (await payments.get(anyone, { instruction })).state // => "expired"
 */
export async function expire(
  ledger: Ledger,
  parameters: ExpireParameters,
): Promise<ExpireReturnType> {
  const { instruction } = parameters;
  const { written } = await writeContract(
    ledger,
    "settlement",
    "expireInstruction",
    parameters,
    (contract, ref) => contract.expireInstruction.populateTransaction(instruction, ref),
  );
  return written;
}
