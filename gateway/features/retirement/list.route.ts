import { z } from "zod";
import { isOverseer } from "../../auth/isOverseer.ts";
import type { GatewayServices } from "../../gatewayServices.ts";
import { defineRoute } from "../../openapi/defineRoute.ts";
import type { Route } from "../../openapi/route.ts";
import { memberRefBody } from "../shared/memberRefBody.ts";
import { pageBody } from "../shared/pageBody.ts";
import { pageOf } from "../shared/pageOf.ts";
import { pageQuery } from "../shared/pageQuery.ts";
import { readRetirements } from "./readRetirements.ts";

const retirementBody = z.object({
  certificate: z.string(),
  obligor: memberRefBody,
  holder: memberRefBody,
  valueMinor: z.string(),
  currency: z.string(),
  billNumber: z.string().nullable().describe("Null when this gateway has only the tag"),
  billTag: z.string(),
  from: z.string(),
  to: z.string(),
  retiredAt: z.string(),
});

/** What became of value that left the ledger for bills. */
export function listRetirementsRoute(services: GatewayServices): Route {
  const after = z.string().max(64).optional().describe("`next` of the page before");
  return defineRoute({
    method: "get",
    path: "/v1/retirements",
    operationId: "listRetirements",
    summary: "Value that was retired to bills, newest first",
    permission: "member",
    request: { query: z.object({ limit: pageQuery.limit, after }) },
    responses: { 200: { description: "One page", body: pageBody(retirementBody) } },
    handler: async ({ query, context }) => {
      const identity = context.member();
      const member = isOverseer(identity) ? undefined : identity.memberId;
      const rows = await readRetirements(services.database, { member, ...query });
      const cursor = (row: (typeof rows)[number]) => row.key;
      const body = pageOf(context, rows, query.limit, { item: ({ shown }) => shown, cursor });
      return { status: 200, body };
    },
  });
}
