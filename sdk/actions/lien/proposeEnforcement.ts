import type { Ledger } from "../../ledger/ledger.ts";
import type { LedgerErrorType } from "../../ledger/ledgerErrorType.ts";
import { type WriteReturnType, writeContract } from "../../ledger/writeContract.ts";
import type { WriteParameters } from "../../ledger/writeParameters.ts";
import type { Enforcement } from "../../signing/enforcement.ts";
import { enforcementStruct } from "../../signing/enforcementStruct.ts";

export type ProposeEnforcementParameters = WriteParameters & {
  /** How it is enforced; `defaultedAt` and `nonce` are left out. */
  readonly order: Enforcement;
  /** Digest of the legal document, 32 bytes in hex. */
  readonly documentDigest: string;
};

export type ProposeEnforcementReturnType = WriteReturnType;

export type ProposeEnforcementErrorType = LedgerErrorType;

/**
 * Proposes an enforcement on a legal document, by a legal account. Another legal account confirms it.
 *
 * @throws LedgerError when the ledger refuses
 *
 * @example
 * import { liens } from "@tallystick/sdk";
 *
 * const { lien } = await scene.lien.active();
 * const order = scene.lien.takeOver({ lien });
 * const document = { order, documentDigest: scene.digest("judgment 12") };
 * await liens.proposeEnforcement(legal, document);
 * (await liens.get(anyone, { lien })).state // => "active"
 */
export async function proposeEnforcement(
  ledger: Ledger,
  parameters: ProposeEnforcementParameters,
): Promise<ProposeEnforcementReturnType> {
  const { order, documentDigest } = parameters;
  const { written } = await writeContract(
    ledger,
    "liens",
    "proposeEnforcement",
    parameters,
    (contract, ref) =>
      contract.proposeEnforcement.populateTransaction(
        enforcementStruct(order),
        documentDigest,
        ref,
      ),
  );
  return written;
}
