import type { GatewayServices } from "../../gatewayServices.ts";
import { defineRoute } from "../../openapi/defineRoute.ts";
import type { Route } from "../../openapi/route.ts";
import { proposalQuery } from "../proposal/proposalQuery.ts";
import { proposalReadModel } from "../proposal/proposalReadModel.ts";
import { pageBody } from "../shared/pageBody.ts";
import { pageOf } from "../shared/pageOf.ts";
import { earlyPaymentProposalBody } from "./earlyPaymentProposalBody.ts";
import { showEarlyPaymentProposals } from "./showEarlyPaymentProposals.ts";

/** Early payments that the member proposed, or that were proposed to it. */
export function listEarlyPaymentProposalsRoute(services: GatewayServices): Route {
  const { database } = services;
  const proposals = proposalReadModel(database, "early-payment");
  return defineRoute({
    method: "get",
    path: "/v1/early-payments/proposals",
    operationId: "listEarlyPaymentProposals",
    summary: "Proposed early payments, newest first",
    permission: "member",
    request: { query: proposalQuery },
    responses: { 200: { description: "One page", body: pageBody(earlyPaymentProposalBody) } },
    handler: async ({ query, context }) => {
      const rows = await proposals.list(context.member().memberId, query);
      const shown = await showEarlyPaymentProposals(database, rows);
      const cursor = (item: (typeof shown)[number]) => item.proposal;
      const body = pageOf(context, shown, query.limit, { item: (item) => item, cursor });
      return { status: 200, body };
    },
  });
}
