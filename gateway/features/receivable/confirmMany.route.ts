import { z } from "zod";
import type { GatewayServices } from "../../gatewayServices.ts";
import type { RequestContext } from "../../http/requestContext.ts";
import { createRequestLedger } from "../../ledger/createRequestLedger.ts";
import { defineRoute } from "../../openapi/defineRoute.ts";
import { fields } from "../../openapi/fields.ts";
import type { Route } from "../../openapi/route.ts";
import { itemOutcome } from "../shared/itemOutcome.ts";
import { stakeOf } from "../shared/stakeOf.ts";
import { type Confirmation, confirmReceivable } from "./confirmReceivable.ts";

const AT_ONCE = 25;

const item = z.strictObject({ receivable: fields.memberId, acceptBy: fields.instant });
const body = z.object({
  items: z.array(itemOutcome.body.extend({ receivable: z.int() })),
});

/** Confirms several receivables, each in a transaction of its own; one refusal stops no other. */
export function confirmManyReceivablesRoute(services: GatewayServices): Route {
  const one = async (context: RequestContext, asked: Confirmation, firstStep: number) => {
    const ledger = createRequestLedger(services, context, { firstStep });
    const outcome = await itemOutcome.of(() =>
      confirmReceivable(services, ledger, asked, context.write().ref),
    );
    return { receivable: asked.receivable, ...outcome };
  };
  return defineRoute({
    method: "post",
    path: "/v1/receivables/confirmations",
    operationId: "confirmManyReceivables",
    summary: "Confirm several receivables; one answer each, in their order",
    permission: "obligor",
    request: { body: z.strictObject({ items: z.array(item).min(1).max(500) }) },
    responses: { 200: { description: "What became of each", body } },
    amountOf: ({ body }) =>
      stakeOf.many(
        services.database,
        "receivable",
        body.items.map(({ receivable: id }) => ({ id })),
      ),
    handler: async ({ body: { items }, context }) => {
      const outcomes: Awaited<ReturnType<typeof one>>[] = [];
      for (let from = 0; from < items.length; from += AT_ONCE) {
        const chunk = items.slice(from, from + AT_ONCE);
        const done = chunk.map((asked, index) => one(context, asked, from + index));
        outcomes.push(...(await Promise.all(done)));
      }
      return { status: 200, body: { items: outcomes } };
    },
  });
}
