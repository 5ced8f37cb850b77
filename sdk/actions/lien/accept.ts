import type { TermsError } from "../../errors/TermsError.ts";
import type { Ledger } from "../../ledger/ledger.ts";
import type { LedgerErrorType } from "../../ledger/ledgerErrorType.ts";
import { type WriteReturnType, writeContract } from "../../ledger/writeContract.ts";
import type { WriteParameters } from "../../ledger/writeParameters.ts";
import type { PledgedDocuments } from "../../liens/pledgedDocuments.ts";
import { verifyPledgedDocuments } from "../../liens/verifyPledgedDocuments.ts";
import type { Registration } from "../../signing/registration.ts";
import { registrationStruct } from "../../signing/registrationStruct.ts";
import { getTerms } from "../receivable/getTerms.ts";
import { get } from "./get.ts";

export type AcceptParameters = WriteParameters & {
  /** Id of the lien. */
  readonly lien: bigint;
  /** Its entry in the movables registry; undefined for none yet. */
  readonly registration?: Registration | undefined;
  /** What the secured party has in hand of a pledged receivable; undefined for goods. */
  readonly documents?: Omit<PledgedDocuments, "terms"> | undefined;
};

export type AcceptReturnType = WriteReturnType;

export type AcceptErrorType = LedgerErrorType | TermsError;

/**
 * Accepts a pledge, by an account of the secured party. A pledge of a receivable encumbers once it is registered, one of
 * goods once their custodian countersigned. The tags of a pledged receivable are recomputed from its documents first,
 * against the terms that the ledger has.
 *
 * @throws TermsError when the documents are not those of the receivable, or a certificate is accepted without any;
 * LedgerError when the ledger refuses
 *
 * @example
 * import { liens } from "@tallystick/sdk";
 *
 * const { lien, invoices } = await scene.lien.proposed();
 * const registration = { number: scene.digest("registry 0042"), registeredAt: await scene.now() };
 * await liens.accept(financier, { lien, registration, documents: { invoices } });
 * (await liens.get(anyone, { lien })).state // => "active"
 */
export async function accept(
  ledger: Ledger,
  parameters: AcceptParameters,
): Promise<AcceptReturnType> {
  const { lien, registration, documents } = parameters;
  const { asset, token } = await get(ledger, { lien });
  if (asset === "certificate" && token !== 0n) {
    const terms = await getTerms(ledger, { receivable: Number(token >> 32n) });
    await verifyPledgedDocuments(asset, documents && { terms, ...documents });
  }
  const { written } = await writeContract(ledger, "liens", "accept", parameters, (contract, ref) =>
    contract.accept.populateTransaction(lien, registrationStruct(registration), ref),
  );
  return written;
}
