import { canonicalInvoiceIdentity, receivables } from "@tallystick/sdk";
import { z } from "zod";
import type { GatewayServices } from "../../gatewayServices.ts";
import { createRequestLedger } from "../../ledger/createRequestLedger.ts";
import { defineRoute } from "../../openapi/defineRoute.ts";
import { fields } from "../../openapi/fields.ts";
import { ledgerFields } from "../../openapi/ledgerFields.ts";
import type { Route } from "../../openapi/route.ts";
import { actingAccount } from "../shared/actingAccount.ts";
import { partyIdOf } from "../shared/partyIdOf.ts";
import { written } from "../shared/written.ts";
import { writtenBody } from "../shared/writtenBody.ts";
import { creditNotesOf } from "./creditNotesOf.ts";
import { invoiceBody } from "./invoiceBody.ts";
import { receivableDetailBody } from "./receivableDetailBody.ts";
import { receivableParams } from "./receivableParams.ts";
import { receivableReadModel } from "./receivableReadModel.ts";
import { receivableSummaryBody } from "./receivableSummaryBody.ts";
import { storedTerms } from "./storedTerms.ts";

const body = invoiceBody.omit({ issuedDate: true, faceMinor: true, usedMinor: true }).extend({
  invoice: z.int().min(0).max(99).default(0).describe("Number of the invoice in the terms, from 0"),
  amountMinor: ledgerFields.amountMinor.describe("What the note takes off the invoice"),
  documentDigest: fields.digest.optional(),
  actingAccount,
});

/** A credit note is a fact: it is recorded whatever follows, and its number stays off the ledger. */
export function recordCreditNoteRoute(services: GatewayServices): Route {
  const { database, tagSources } = services;
  return defineRoute({
    method: "post",
    path: "/v1/receivables/:receivable/credit-notes",
    operationId: "recordCreditNote",
    summary: "Record a credit note that an invoice got, as its seller or as a registrar",
    permission: ["supplier", "financier", "registrar"],
    request: { params: receivableParams, body },
    responses: {
      201: {
        description: "Recorded; `short` says whether more of the invoice is used than is left",
        body: writtenBody
          .extend(receivableSummaryBody.shape)
          .extend({ creditNotes: receivableDetailBody.shape.creditNotes }),
      },
    },
    handler: async ({ params: { receivable }, body: asked, context }) => {
      const { invoice, amountMinor: amount, documentDigest, number, code, buyerId } = asked;
      const row = await receivableReadModel.row(database, receivable);
      const sellerId = asked.sellerId ?? (await partyIdOf(database, Number(row.creditor)));
      const identity = canonicalInvoiceIdentity({ sellerId, number, code, buyerId });
      const noteTag = await tagSources.at(storedTerms(row.terms).epoch).tagOf(identity);
      const ledger = createRequestLedger(services, context, { account: asked.actingAccount });
      const note = { receivable, invoice, amount, noteTag, documentDigest };
      const done = await receivables.recordCreditNote(ledger, {
        ...note,
        ref: context.write().ref,
      });
      const state = await receivableReadModel.one(database, receivable);
      const creditNotes = await creditNotesOf(database, receivable);
      return { status: 201, body: written(done, { ...state, creditNotes }) };
    },
  });
}
