import type { Ledger } from "../../ledger/ledger.ts";
import type { LedgerErrorType } from "../../ledger/ledgerErrorType.ts";
import { type WriteReturnType, writeContract } from "../../ledger/writeContract.ts";
import type { WriteParameters } from "../../ledger/writeParameters.ts";
import { type EnforcementResult, enforcementResult } from "../../liens/enforcementResult.ts";
import type { Enforcement } from "../../signing/enforcement.ts";
import { enforcementStruct } from "../../signing/enforcementStruct.ts";

export type ConfirmEnforcementParameters = WriteParameters & {
  /** How it is enforced, as it was proposed. */
  readonly order: Enforcement;
  /** Digest of the legal document, 32 bytes in hex. */
  readonly documentDigest: string;
};

export type ConfirmEnforcementReturnType = WriteReturnType & EnforcementResult;

export type ConfirmEnforcementErrorType = LedgerErrorType;

/**
 * Confirms and carries out an enforcement, by another legal account than the one that proposed it.
 *
 * @throws LedgerError when the ledger refuses; MoneyError for an unknown currency
 *
 * @example
 * import { liens, payments } from "@tallystick/sdk";
 *
 * const { lien } = await scene.lien.active();
 * const order = await scene.lien.saleTo(who.buyer, { lien, price: 390_00n });
 * const document = { order, documentDigest: scene.digest("judgment 12") };
 * await liens.proposeEnforcement(legal, document);
 * const { instruction } = await liens.confirmEnforcement(secondLegal, document);
 * (await payments.get(bank, { instruction })).amount // => 390_00n
 * (await liens.get(anyone, { lien })).state // => "selling"
 */
export async function confirmEnforcement(
  ledger: Ledger,
  parameters: ConfirmEnforcementParameters,
): Promise<ConfirmEnforcementReturnType> {
  const { order, documentDigest } = parameters;
  const { written } = await writeContract(
    ledger,
    "liens",
    "confirmEnforcement",
    parameters,
    async (contract, ref) =>
      contract.confirmEnforcement.populateTransaction(
        enforcementStruct(order),
        documentDigest,
        ref,
      ),
  );
  return { ...written, ...enforcementResult(written) };
}
