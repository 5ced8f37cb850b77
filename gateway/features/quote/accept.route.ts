import { financings } from "@tallystick/sdk";
import { z } from "zod";
import { ProblemError } from "../../errors/problemError.ts";
import type { GatewayServices } from "../../gatewayServices.ts";
import { createRequestLedger } from "../../ledger/createRequestLedger.ts";
import { defineRoute } from "../../openapi/defineRoute.ts";
import { ledgerFields } from "../../openapi/ledgerFields.ts";
import type { Route } from "../../openapi/route.ts";
import { financingBody } from "../financing/financingBody.ts";
import { financingReadModel } from "../financing/financingReadModel.ts";
import { stakeOf } from "../shared/stakeOf.ts";
import { written } from "../shared/written.ts";
import { writtenBody } from "../shared/writtenBody.ts";
import { quoteReadModel } from "./quoteReadModel.ts";
import { quoteTermsFrom } from "./quoteTermsFrom.ts";

/** The holder accepts one of its quotes: the value is held for the financier until it is registered and paid. */
export function acceptQuoteRoute(services: GatewayServices): Route {
  const { database } = services;
  const quotes = quoteReadModel(database);
  return defineRoute({
    method: "post",
    path: "/v1/quotes/:quote/acceptance",
    operationId: "acceptQuote",
    summary: "Accept a quote; the receivable must be the one whose tags the financier recomputed",
    permission: "member",
    request: { params: z.object({ quote: ledgerFields.id }), body: z.object({}).optional() },
    responses: { 201: { description: "Accepted", body: writtenBody.extend(financingBody.shape) } },
    amountOf: ({ params }) => stakeOf.one(database, "quote", params.quote),
    handler: async ({ params, context }) => {
      const { memberId } = context.member();
      const row = await quotes.find(params.quote, memberId);
      if (Number(row.holder) !== memberId) {
        throw new ProblemError("not-permitted", "Only the holder that a quote names accepts it.");
      }
      if (row.status === "withdrawn") {
        throw new ProblemError("conflict", `Quote ${params.quote} was withdrawn.`);
      }
      const ledger = createRequestLedger(services, context);
      const receipt = await financings.acceptQuote(ledger, {
        quote: quoteTermsFrom(row.terms),
        financier: { account: row.account, signature: row.signature },
        ref: context.write().ref,
      });
      const state = await financingReadModel.one(database, receipt.financing);
      return { status: 201, body: written(receipt, state) };
    },
  });
}
