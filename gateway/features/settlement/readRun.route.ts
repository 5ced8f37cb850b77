import { z } from "zod";
import { isOverseer } from "../../auth/isOverseer.ts";
import { policies } from "../../auth/policies.ts";
import type { GatewayServices } from "../../gatewayServices.ts";
import { defineRoute } from "../../openapi/defineRoute.ts";
import { ledgerFields } from "../../openapi/ledgerFields.ts";
import type { Route } from "../../openapi/route.ts";
import { readRun } from "./readRun.ts";
import { runBody } from "./runBody.ts";

/** One settlement run with its legs. */
export function readSettlementRunRoute({ database }: GatewayServices): Route {
  return defineRoute({
    method: "get",
    path: "/v1/settlement-runs/:run",
    operationId: "readSettlementRun",
    summary: "A settlement run and whom it paid what",
    permission: policies(database).read("run"),
    request: { params: z.object({ run: ledgerFields.id }) },
    responses: { 200: { description: "The run", body: runBody } },
    handler: async ({ params: { run }, context }) => {
      const identity = context.member();
      const viewer = { memberId: identity.memberId, seesAll: isOverseer(identity) };
      return { status: 200, body: await readRun(database, run, viewer) };
    },
  });
}
