import type { Ledger } from "../../ledger/ledger.ts";
import type { LedgerErrorType } from "../../ledger/ledgerErrorType.ts";
import { type WriteReturnType, writeContract } from "../../ledger/writeContract.ts";
import type { WriteParameters } from "../../ledger/writeParameters.ts";
import { type EnforcementResult, enforcementResult } from "../../liens/enforcementResult.ts";
import type { Enforcement } from "../../signing/enforcement.ts";
import { enforcementStruct } from "../../signing/enforcementStruct.ts";
import type { PartySignature } from "../../signing/partySignature.ts";

export type EnforceParameters = WriteParameters & {
  /** How it is enforced. */
  readonly order: Enforcement;
  /** The debtor's signature of an `enforcementTypedData`. */
  readonly debtor: PartySignature;
};

export type EnforceReturnType = WriteReturnType & EnforcementResult;

export type EnforceErrorType = LedgerErrorType;

/**
 * Enforces a lien with the word that the debtor gave after its default, by the secured party: it takes the value over, or a
 * buyer is instructed to pay it.
 *
 * @throws LedgerError when the ledger refuses; MoneyError for an unknown currency
 *
 * @example
 * import { certificates, enforcementTypedData, liens, signTypedMessage } from "@tallystick/sdk";
 *
 * const { lien, defaultedAt } = await scene.lien.defaulted({ amount: 400_00n });
 * const order = scene.lien.takeOver({ lien, defaultedAt, value: 400_00n, nonce: 1n });
 * const message = { order, deadline: (await scene.now()) + 3_600, epoch: 1 };
 * const debtor = await signTypedMessage(signers.supplier, enforcementTypedData(deployment, message));
 * const { child } = await liens.enforce(financier, { order, debtor });
 * const { owner, value } = await certificates.getPosition(financier, { certificate: child });
 * owner === who.financier // => true
 * value // => 400_00n
 */
export async function enforce(
  ledger: Ledger,
  parameters: EnforceParameters,
): Promise<EnforceReturnType> {
  const { order, debtor } = parameters;
  const { written } = await writeContract(
    ledger,
    "liens",
    "enforce",
    parameters,
    async (contract, ref) =>
      contract.enforce.populateTransaction(enforcementStruct(order), debtor, ref),
  );
  return { ...written, ...enforcementResult(written) };
}
