import { financings } from "@tallystick/sdk";
import { z } from "zod";
import { ProblemError } from "../../errors/problemError.ts";
import type { GatewayServices } from "../../gatewayServices.ts";
import { createRequestLedger } from "../../ledger/createRequestLedger.ts";
import { defineRoute } from "../../openapi/defineRoute.ts";
import { ledgerFields } from "../../openapi/ledgerFields.ts";
import type { Route } from "../../openapi/route.ts";
import { ledgerTime } from "../shared/ledgerTime.ts";
import { written } from "../shared/written.ts";
import { writtenBody } from "../shared/writtenBody.ts";
import { quoteReadModel } from "./quoteReadModel.ts";
import { quoteTermsFrom } from "./quoteTermsFrom.ts";

/** The financier takes a quote back: its nonce is used up on the ledger, so that its signature is worth nothing. */
export function withdrawQuoteRoute(services: GatewayServices): Route {
  const { database } = services;
  const quotes = quoteReadModel(database);
  const status = z.literal("withdrawn");
  return defineRoute({
    method: "delete",
    path: "/v1/quotes/:quote",
    operationId: "withdrawQuote",
    summary: "Take a quote back; its signature is void on the ledger from now on",
    permission: "financier",
    request: { params: z.object({ quote: ledgerFields.id }) },
    responses: {
      200: { description: "Taken back", body: writtenBody.extend({ quote: z.string(), status }) },
    },
    handler: async ({ params: { quote }, context }) => {
      const { memberId } = context.member();
      const row = await quotes.find(quote, memberId);
      if (Number(row.financier) !== memberId) {
        throw new ProblemError("not-permitted", "Only who made a quote takes it back.");
      }
      const { nonce } = quoteTermsFrom(row.terms);
      const ledger = createRequestLedger(services, context);
      const { ref } = context.write();
      const receipt = await financings.cancelNonce(ledger, { nonce, ref });
      const now = await ledgerTime(database);
      return {
        status: 200,
        body: written(receipt, { quote, status: "withdrawn" }),
        commit: async (transaction) => {
          await transaction.query("UPDATE local.quote SET withdrawn_at = $2 WHERE quote_id = $1", [
            quote,
            now,
          ]);
        },
      };
    },
  });
}
