import type { Ledger } from "../../ledger/ledger.ts";
import type { LedgerErrorType } from "../../ledger/ledgerErrorType.ts";
import { type WriteReturnType, writeContract } from "../../ledger/writeContract.ts";
import type { WriteParameters } from "../../ledger/writeParameters.ts";
import type { Attestation } from "../../signing/attestation.ts";
import { attestationStruct } from "../../signing/attestationStruct.ts";
import { unmatchedIn } from "./unmatchedIn.ts";

export type AttestParameters = WriteParameters & {
  /** What the bank says; `attestationOf` makes it from an instruction. */
  readonly attestation: Attestation;
};

export type AttestReturnType = WriteReturnType & {
  /** Number of the unmatched payment that it became; undefined when the instruction took it all. */
  readonly unmatched: bigint | undefined;
};

export type AttestErrorType = LedgerErrorType;

/**
 * Attests what became of a payment, by an account of the bank that the attestation names. What hangs on the instruction is
 * delivered in the same transaction. A payment that fits no open instruction is recorded as unmatched, never dropped.
 *
 * @throws LedgerError when the ledger refuses
 *
 * @example
 * import { certificates, payments } from "@tallystick/sdk";
 *
 * const attestation = await scene.attestation();
 * const { unmatched } = await payments.attest(bank, { attestation });
 * unmatched // => undefined
 * const { instruction } = attestation;
 * (await payments.get(bank, { instruction })).state // => "paid"
 */
export async function attest(
  ledger: Ledger,
  parameters: AttestParameters,
): Promise<AttestReturnType> {
  const { attestation } = parameters;
  const { written } = await writeContract(
    ledger,
    "settlement",
    "attest",
    parameters,
    (contract, ref) => contract.attest.populateTransaction(attestationStruct(attestation), ref),
  );
  return { ...written, unmatched: unmatchedIn(written.events) };
}
