import type { GatewayServices } from "../../gatewayServices.ts";
import { defineRoute } from "../../openapi/defineRoute.ts";
import type { Route } from "../../openapi/route.ts";
import { proposalQuery } from "../proposal/proposalQuery.ts";
import { proposalReadModel } from "../proposal/proposalReadModel.ts";
import { pageBody } from "../shared/pageBody.ts";
import { pageOf } from "../shared/pageOf.ts";
import { retirementProposalBody } from "./retirementProposalBody.ts";
import { showRetirementProposals } from "./showRetirementProposals.ts";

/** Retirements that the member proposed, or that were proposed to it. */
export function listRetirementProposalsRoute(services: GatewayServices): Route {
  const { database } = services;
  const proposals = proposalReadModel(database, "retirement");
  return defineRoute({
    method: "get",
    path: "/v1/retirements/proposals",
    operationId: "listRetirementProposals",
    summary: "Proposed retirements, newest first",
    permission: "member",
    request: { query: proposalQuery },
    responses: { 200: { description: "One page", body: pageBody(retirementProposalBody) } },
    handler: async ({ query, context }) => {
      const rows = await proposals.list(context.member().memberId, query);
      const shown = await showRetirementProposals(database, rows);
      const cursor = (item: (typeof shown)[number]) => item.proposal;
      const body = pageOf(context, shown, query.limit, { item: (item) => item, cursor });
      return { status: 200, body };
    },
  });
}
