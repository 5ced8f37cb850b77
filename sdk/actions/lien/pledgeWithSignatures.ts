import { ZeroAddress } from "ethers";
import type { Ledger } from "../../ledger/ledger.ts";
import type { LedgerErrorType } from "../../ledger/ledgerErrorType.ts";
import { type WriteReturnType, writeContract } from "../../ledger/writeContract.ts";
import type { WriteParameters } from "../../ledger/writeParameters.ts";
import type { PartySignature } from "../../signing/partySignature.ts";
import type { Pledge } from "../../signing/pledge.ts";
import { pledgeStruct } from "../../signing/pledgeStruct.ts";
import type { Registration } from "../../signing/registration.ts";
import { registrationStruct } from "../../signing/registrationStruct.ts";

/** A party's word in the debtor's transaction. */
export type LienConsent = PartySignature & {
  /** Nonce of its member that it signed. */
  readonly nonce: bigint;
};

export type PledgeWithSignaturesParameters = WriteParameters & {
  /** What is pledged. */
  readonly pledge: Pledge;
  /** What the secured party signed of its registration; undefined for none yet. */
  readonly registration?: Registration | undefined;
  /** The secured party's signature of a `pledgeAcceptanceTypedData`. */
  readonly securedParty: LienConsent;
  /** The custodian's of a `pledgeCountersignatureTypedData`; undefined for none yet, or none needed. */
  readonly custodian?: LienConsent | undefined;
};

export type PledgeWithSignaturesReturnType = WriteReturnType & {
  /** Id of the lien. */
  readonly lien: bigint;
};

export type PledgeWithSignaturesErrorType = LedgerErrorType;

const none: LienConsent = {
  nonce: 0n,
  account: ZeroAddress,
  deadline: 0,
  epoch: 0,
  signature: "0x",
};

function consent({ nonce, account, deadline, epoch, signature }: LienConsent) {
  return { nonce, signature: { account, deadline, epoch, signature } };
}

/**
 * Pledges value with the secured party's signature, and for goods with their custodian's, in one transaction of the debtor.
 *
 * @throws LedgerError when the ledger refuses; TimeError for a date that is none
 *
 * @example
 * import {
 *   liens, pledgeAcceptanceTypedData, pledgeCountersignatureTypedData, randomNonce, signTypedMessage,
 * } from "@tallystick/sdk";
 *
 * const pledge = await scene.lien.pledgeOfGoods({ amount: 3_000n });
 * const nonce = randomNonce();
 * const word = { pledge, debtor: who.supplier, nonce, deadline: pledge.expiresAt, epoch: 1 };
 * const accepted = await pledgeAcceptanceTypedData(deployment, word);
 * const countersigned = pledgeCountersignatureTypedData(deployment, word);
 * const { lien } = await liens.pledgeWithSignatures(supplier, {
 *   pledge,
 *   securedParty: { nonce, ...(await signTypedMessage(signers.financier, accepted)) },
 *   custodian: { nonce, ...(await signTypedMessage(signers.custodian, countersigned)) },
 * });
 * (await liens.get(anyone, { lien })).state // => "active"
 */
export async function pledgeWithSignatures(
  ledger: Ledger,
  parameters: PledgeWithSignaturesParameters,
): Promise<PledgeWithSignaturesReturnType> {
  const { pledge, registration, securedParty, custodian } = parameters;
  const { written, eventOf } = await writeContract(
    ledger,
    "liens",
    "pledgeWithSignatures",
    parameters,
    async (contract, ref) =>
      contract.pledgeWithSignatures.populateTransaction(
        pledgeStruct(ledger.deployment, pledge),
        registrationStruct(registration),
        consent(securedParty),
        consent(custodian ?? none),
        ref,
      ),
  );
  return { ...written, lien: eventOf("LienProposed").lien };
}
