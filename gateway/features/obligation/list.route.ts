import { z } from "zod";
import type { GatewayServices } from "../../gatewayServices.ts";
import { defineRoute } from "../../openapi/defineRoute.ts";
import { fields } from "../../openapi/fields.ts";
import type { Route } from "../../openapi/route.ts";
import { answerTable } from "../shared/list/answerTable.ts";
import { pageBody } from "../shared/pageBody.ts";
import { readObligations } from "./readObligations.ts";

const obligationBody = z.object({
  dueDate: z.string(),
  currency: z.string(),
  amountMinor: z.string().describe("Confirmed and neither settled nor retired"),
  awaitingMinor: z.string().describe("Of it: confirmed, and not accepted by the creditor yet"),
  receivables: z.number(),
  overdue: z.number().describe("How many of them are marked overdue"),
});

/** What an obligor owes, day by day. */
export function listObligationsRoute({ database }: GatewayServices): Route {
  const query = z.object({
    from: fields.civilDate.optional(),
    to: fields.civilDate.optional(),
    ...answerTable.query,
  });
  return defineRoute({
    method: "get",
    path: "/v1/obligations",
    operationId: "listObligations",
    summary: "What falls due, by day and currency",
    description: "The first 1,000 days that have something due; narrow them by `from` and `to`.",
    permission: "obligor",
    request: { query },
    responses: {
      200: { description: "In the order of days", body: pageBody(obligationBody), isTable: true },
    },
    handler: async ({ query: { from, to, ...format }, context, raw }) => {
      const { block } = context;
      const items = await readObligations(database, context.member().memberId, { from, to });
      return answerTable.of(raw, format, {
        noun: "obligations",
        item: obligationBody,
        items,
        block,
      });
    },
  });
}
