import type { PledgedDocuments } from "@tallystick/sdk";
import type { z } from "zod";
import { ProblemError } from "../../errors/problemError.ts";
import type { GatewayServices } from "../../gatewayServices.ts";
import type { invoiceBody } from "../receivable/invoiceBody.ts";
import { invoiceDocuments } from "../receivable/invoiceDocuments.ts";
import { receivableReadModel } from "../receivable/receivableReadModel.ts";
import { storedTerms } from "../receivable/storedTerms.ts";

/** What is pledged, and the invoices that its secured party has in hand. */
export interface PledgedSubject {
  readonly asset: string;
  readonly token: bigint;
  /** Those of the registration unless given. */
  readonly invoices?: readonly z.output<typeof invoiceBody>[] | undefined;
}

/**
 * What a secured party recomputes the tags of a pledged receivable from; undefined for goods. Problem `unprocessable` when
 * its invoices are neither given nor known here.
 */
export async function pledgedDocuments(
  { database, tagSources }: Pick<GatewayServices, "database" | "tagSources">,
  { asset, token, invoices }: PledgedSubject,
): Promise<PledgedDocuments | undefined> {
  if (asset !== "certificate") return undefined;
  const receivable = Number(token >> 32n);
  const row = await receivableReadModel.row(database, receivable);
  const known = invoices ?? (await invoiceDocuments.find(database, receivable));
  if (known === undefined) {
    const sentence = `Receivable ${receivable} was not registered here: state its invoices, so that their tags can be checked.`;
    throw new ProblemError("unprocessable", sentence);
  }
  return {
    terms: storedTerms(row.terms),
    invoices: await invoiceDocuments.of(database, Number(row.creditor), known),
    tagSources,
  };
}
