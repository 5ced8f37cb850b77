import { type CallReceipt, type Ledger, receivables } from "@tallystick/sdk";
import type { z } from "zod";
import { ProblemError } from "../../errors/problemError.ts";
import type { GatewayServices } from "../../gatewayServices.ts";
import { secondsOf } from "../shared/secondsOf.ts";
import type { invoiceBody } from "./invoiceBody.ts";
import { invoiceDocuments } from "./invoiceDocuments.ts";
import { receivableReadModel } from "./receivableReadModel.ts";
import { storedTerms } from "./storedTerms.ts";

/** What an obligor says when it confirms. */
export interface Confirmation {
  readonly receivable: number;
  /** RFC 3339. */
  readonly acceptBy: string;
  /** The documents in hand; those of the registration unless given. */
  readonly invoices?: readonly z.output<typeof invoiceBody>[] | undefined;
}

/**
 * Confirms by the obligor's own account, after recomputing every tag from the invoices. Throws the SDK's `TermsError`
 * when the terms say something else than the invoices, before anything is sent.
 */
export async function confirmReceivable(
  { database, tagSources }: Pick<GatewayServices, "database" | "tagSources">,
  ledger: Ledger,
  { receivable, acceptBy, invoices }: Confirmation,
  ref: string,
): Promise<Omit<CallReceipt, "logs">> {
  const row = await receivableReadModel.row(database, receivable);
  const known = invoices ?? (await invoiceDocuments.find(database, receivable));
  if (known === undefined) {
    throw new ProblemError(
      "unprocessable",
      `Receivable ${receivable} was not registered here: state its invoices, so that their tags can be checked.`,
    );
  }
  const documents = await invoiceDocuments.of(database, Number(row.creditor), known);
  return receivables.confirm(ledger, {
    receivable,
    terms: storedTerms(row.terms),
    invoices: documents,
    tagSources,
    acceptBy: secondsOf(acceptBy),
    ref,
  });
}
