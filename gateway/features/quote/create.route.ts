import { z } from "zod";
import { ProblemError } from "../../errors/problemError.ts";
import type { GatewayServices } from "../../gatewayServices.ts";
import { defineRoute } from "../../openapi/defineRoute.ts";
import { ledgerFields } from "../../openapi/ledgerFields.ts";
import type { Route } from "../../openapi/route.ts";
import { financingRequestReadModel } from "../financingRequest/financingRequestReadModel.ts";
import { receivableReadModel } from "../receivable/receivableReadModel.ts";
import { epochOf } from "../shared/epochOf.ts";
import { ledgerTime } from "../shared/ledgerTime.ts";
import { stakeOf } from "../shared/stakeOf.ts";
import { insertQuote } from "./insertQuote.ts";
import { quoteBody } from "./quoteBody.ts";
import { quoteFields } from "./quoteFields.ts";
import { quoteReadModel } from "./quoteReadModel.ts";
import { quoteTerms } from "./quoteTerms.ts";
import { signQuote } from "./signQuote.ts";

/** A financier quotes: its signature is kept here for the holder, and its price stays off the ledger. */
export function createQuoteRoute(services: GatewayServices): Route {
  const { database } = services;
  const requests = financingRequestReadModel(database);
  return defineRoute({
    method: "post",
    path: "/v1/financing-requests/:request/quotes",
    operationId: "createQuote",
    summary: "Quote on a request; the receivable's tags are recomputed from its invoices first",
    permission: "financier",
    request: { params: z.object({ request: ledgerFields.id }), body: quoteFields },
    responses: { 201: { description: "Quoted", body: quoteBody } },
    amountOf: ({ params, body: stated }) =>
      stakeOf.one(database, "financingRequest", params.request, { amount: stated.principalMinor }),
    handler: async ({ params, body: stated, context }) => {
      const { memberId: financier } = context.member();
      const request = await requests.find(params.request, financier);
      if (request.status !== "open" || Number(request.holder) === financier) {
        throw new ProblemError("conflict", `Request ${params.request} is not open to your quote.`);
      }
      const receivable = await receivableReadModel.row(database, Number(request.receivable_id));
      const now = await ledgerTime(database);
      const signer = { financier, epoch: await epochOf(database, financier), now };
      const quote = quoteTerms(stated, request, receivable, signer);
      const signed = await signQuote(services, context, quote, receivable);
      const row = await insertQuote.prepare(database, quote, request, signed, now);
      const [body] = await quoteReadModel(database).show([row]);
      return { status: 201, body, commit: insertQuote.commit(row) };
    },
  });
}
