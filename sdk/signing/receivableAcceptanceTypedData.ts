import type { LedgerDeployment } from "../ledger/ledger.ts";
import { termsDigest } from "../terms/termsDigest.ts";
import { verifyReceivableTags } from "../terms/verifyReceivableTags.ts";
import type { ConfirmationTypedDataParameters } from "./confirmationTypedData.ts";
import type { TypedData } from "./typedData.ts";
import { typedDataOf } from "./typedDataOf.ts";

export type ReceivableAcceptanceTypedDataParameters = Omit<
  ConfirmationTypedDataParameters,
  "acceptBy"
>;

/**
 * What a creditor signs to accept a receivable. The tags are recomputed from the documents first.
 *
 * @throws TermsError when the documents are not those of the terms
 *
 * @example
 * import { receivableAcceptanceTypedData } from "@tallystick/sdk";
 *
 * const { terms, invoices } = await scene.registered();
 * const other = invoices.map((invoice) => ({ ...invoice, face: invoice.face + 1n }));
 * const message = { terms, invoices: other, deadline: 2_000_000_000, epoch: 1 };
 * const refused = await receivableAcceptanceTypedData(deployment, message).catch((error) => error);
 * refused.code // => "terms-amount-differs"
 */
export async function receivableAcceptanceTypedData(
  deployment: Pick<LedgerDeployment, "chainId" | "addresses">,
  parameters: ReceivableAcceptanceTypedDataParameters,
): Promise<TypedData> {
  const { terms, invoices, deadline, epoch, tagSources } = parameters;
  await verifyReceivableTags(terms, invoices, tagSources);
  const value = { termsDigest: termsDigest(terms), deadline, epoch };
  return typedDataOf(deployment, "acceptanceOfReceivable", value);
}
