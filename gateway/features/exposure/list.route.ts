import { z } from "zod";
import type { GatewayServices } from "../../gatewayServices.ts";
import { defineRoute } from "../../openapi/defineRoute.ts";
import type { Route } from "../../openapi/route.ts";
import { answerTable } from "../shared/list/answerTable.ts";
import { pageBody } from "../shared/pageBody.ts";
import { exposureBody } from "./exposureBody.ts";
import { readExposures } from "./readExposures.ts";

/** What a financier holds, by obligor and currency. */
export function listExposuresRoute({ database }: GatewayServices): Route {
  return defineRoute({
    method: "get",
    path: "/v1/exposures",
    operationId: "listExposures",
    summary: "What you hold, by obligor and currency, with and without recourse",
    permission: "financier",
    request: { query: z.object(answerTable.query) },
    responses: {
      200: { description: "The largest first", body: pageBody(exposureBody), isTable: true },
    },
    handler: async ({ query, context, raw }) => {
      const { block } = context;
      const items = await readExposures(database, context.member().memberId);
      return answerTable.of(raw, query, { noun: "exposures", item: exposureBody, items, block });
    },
  });
}
