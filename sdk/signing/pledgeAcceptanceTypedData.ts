import type { LedgerDeployment } from "../ledger/ledger.ts";
import type { PledgedDocuments } from "../liens/pledgedDocuments.ts";
import { verifyPledgedDocuments } from "../liens/verifyPledgedDocuments.ts";
import type { Pledge } from "./pledge.ts";
import { pledgeStruct } from "./pledgeStruct.ts";
import type { Registration } from "./registration.ts";
import { registrationStruct } from "./registrationStruct.ts";
import type { SignedUntil, TypedData } from "./typedData.ts";
import { typedDataOf } from "./typedDataOf.ts";

export type PledgeAcceptanceTypedDataParameters = SignedUntil & {
  readonly pledge: Pledge;
  /** Member that pledges. */
  readonly debtor: number;
  /** Its entry in the movables registry; undefined for none yet. */
  readonly registration?: Registration | undefined;
  /** What the secured party has in hand of a pledged receivable; undefined for goods. */
  readonly documents?: PledgedDocuments | undefined;
  /** Unused nonce of the secured party. */
  readonly nonce: bigint;
};

/**
 * What a secured party signs to accept a pledge that is yet to be made (`liens.pledgeWithSignatures`). The tags of a
 * pledged receivable are recomputed from its documents first.
 *
 * @throws TermsError when the documents are not those of the terms, or a certificate is pledged without any
 *
 * @example
 * import { pledgeAcceptanceTypedData } from "@tallystick/sdk";
 *
 * const { certificate, terms, invoices } = await scene.issued();
 * const pledge = await scene.lien.pledge({ token: certificate, amount: 400_00n });
 * const word = { pledge, debtor: who.supplier, nonce: 1n, deadline: 2_000_000_000, epoch: 1 };
 * const documents = { terms, invoices };
 * const { value } = await pledgeAcceptanceTypedData(deployment, { ...word, documents });
 * value.amount // => 400_00n
 * const unseen = await pledgeAcceptanceTypedData(deployment, word).catch((error) => error);
 * unseen.code // => "terms-invoices-differ"
 */
export async function pledgeAcceptanceTypedData(
  deployment: Pick<LedgerDeployment, "chainId" | "addresses">,
  parameters: PledgeAcceptanceTypedDataParameters,
): Promise<TypedData> {
  const { pledge, debtor, registration, documents, nonce, deadline, epoch } = parameters;
  await verifyPledgedDocuments(pledge.asset, documents);
  return typedDataOf(deployment, "pledgeAcceptance", {
    ...pledgeStruct(deployment, pledge),
    debtor,
    ...registrationStruct(registration),
    nonce,
    deadline,
    epoch,
  });
}
