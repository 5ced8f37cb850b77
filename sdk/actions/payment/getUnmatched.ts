import type { Ledger } from "../../ledger/ledger.ts";
import type { LedgerErrorType } from "../../ledger/ledgerErrorType.ts";
import { readContract } from "../../ledger/readContract.ts";
import type { Attestation } from "../../signing/attestation.ts";
import { toAttestation } from "./toAttestation.ts";

export type GetUnmatchedParameters = {
  /** Number of the unmatched payment. */
  readonly unmatched: bigint;
};

export type GetUnmatchedReturnType = {
  /** Number of the unmatched payment. */
  readonly unmatched: bigint;
  /** What the bank attested, with the unmatched amount. */
  readonly attestation: Attestation;
  /** Whether it is the part of a paid instruction that was not needed. */
  readonly excess: boolean;
  /** Whether an instruction took it meanwhile. */
  readonly matched: boolean;
};

export type GetUnmatchedErrorType = LedgerErrorType;

/**
 * Money that a bank attested and that no instruction took.
 *
 * @throws LedgerError when the ledger does not know it
 *
 * @example
 * import { payments } from "@tallystick/sdk";
 *
 * const { unmatched } = await scene.unmatched();
 * const { excess, matched, attestation } = await payments.getUnmatched(bank, { unmatched });
 * excess // => false
 * matched // => false
 * attestation.bank === who.bank // => true
 */
export async function getUnmatched(
  ledger: Ledger,
  { unmatched }: GetUnmatchedParameters,
): Promise<GetUnmatchedReturnType> {
  const stored = await readContract(ledger, "settlement", (contract) =>
    contract.unmatchedOf(unmatched),
  );
  return {
    unmatched,
    attestation: toAttestation(stored.attestation),
    excess: stored.excess,
    matched: stored.matched,
  };
}
