import { type PartySignature, type Quote, quoteTypedData, signTypedMessage } from "@tallystick/sdk";
import { ProblemError } from "../../errors/problemError.ts";
import type { GatewayServices } from "../../gatewayServices.ts";
import type { RequestContext } from "../../http/requestContext.ts";
import { sdkDeployment } from "../../ledger/sdkDeployment.ts";
import { invoiceDocuments } from "../receivable/invoiceDocuments.ts";
import type { ReceivableRow } from "../receivable/receivableRow.ts";
import { storedTerms } from "../receivable/storedTerms.ts";

/**
 * Signs a quote with the financier's key, after recomputing every tag of the receivable from its invoices. Throws the
 * SDK's `TermsError` when the terms say something else than the invoices.
 */
export async function signQuote(
  services: Pick<GatewayServices, "database" | "keystore" | "ledger" | "tagSources">,
  context: RequestContext,
  quote: Quote,
  receivable: ReceivableRow,
): Promise<PartySignature> {
  const { database, keystore, ledger, tagSources } = services;
  const known = await invoiceDocuments.find(database, Number(receivable.receivable_id));
  if (known === undefined) {
    throw new ProblemError(
      "unprocessable",
      `The invoices of receivable ${receivable.receivable_id} are not known here, so its tags can't be recomputed.`,
    );
  }
  const invoices = await invoiceDocuments.of(database, Number(receivable.creditor), known);
  const terms = storedTerms(receivable.terms);
  const data = await quoteTypedData(sdkDeployment(ledger), {
    quote,
    terms,
    invoices,
    tagSources,
  });
  const { memberId, account } = context.member();
  return signTypedMessage(await keystore.signerFor(memberId, account), data);
}
