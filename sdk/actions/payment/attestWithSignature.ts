import type { Ledger } from "../../ledger/ledger.ts";
import type { LedgerErrorType } from "../../ledger/ledgerErrorType.ts";
import { type WriteReturnType, writeContract } from "../../ledger/writeContract.ts";
import type { WriteParameters } from "../../ledger/writeParameters.ts";
import type { Attestation } from "../../signing/attestation.ts";
import { attestationStruct } from "../../signing/attestationStruct.ts";
import type { PartySignature } from "../../signing/partySignature.ts";
import { unmatchedIn } from "./unmatchedIn.ts";

export type AttestWithSignatureParameters = WriteParameters & {
  /** What the bank says. */
  readonly attestation: Attestation;
  /** The bank's signature. */
  readonly bank: PartySignature;
};

export type AttestWithSignatureReturnType = WriteReturnType & {
  /** Number of the unmatched payment that it became; undefined when the instruction took it all. */
  readonly unmatched: bigint | undefined;
};

export type AttestWithSignatureErrorType = LedgerErrorType;

/**
 * Attests what became of a payment with the bank's signature of an `attestationTypedData`; anyone sends it.
 *
 * @throws LedgerError when the ledger refuses
 *
 * @example
 * import { attestationTypedData, payments, signTypedMessage } from "@tallystick/sdk";
 *
 * const attestation = await scene.attestation();
 * const deadline = (await scene.now()) + 3_600;
 * const typedData = attestationTypedData(deployment, { attestation, deadline, epoch: 1 });
 * const signature = await signTypedMessage(signers.bank, typedData);
 * await payments.attestWithSignature(anyone, { attestation, bank: signature });
 * (await payments.get(anyone, attestation)).state // => "paid"
 */
export async function attestWithSignature(
  ledger: Ledger,
  parameters: AttestWithSignatureParameters,
): Promise<AttestWithSignatureReturnType> {
  const { attestation, bank } = parameters;
  const { account, deadline, epoch, signature } = bank;
  const { written } = await writeContract(
    ledger,
    "settlement",
    "attestWithSignature",
    parameters,
    (contract, ref) =>
      contract.attestWithSignature.populateTransaction(
        attestationStruct(attestation),
        account,
        deadline,
        epoch,
        signature,
        ref,
      ),
  );
  return { ...written, unmatched: unmatchedIn(written.events) };
}
