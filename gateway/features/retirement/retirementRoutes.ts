import type { GatewayServices } from "../../gatewayServices.ts";
import type { Route } from "../../openapi/route.ts";
import { agreeRetirementRoute } from "./agree.route.ts";
import { listRetirementsRoute } from "./list.route.ts";
import { listRetirementProposalsRoute } from "./listProposals.route.ts";
import { proposeRetirementRoute } from "./propose.route.ts";
import { withdrawRetirementProposalRoute } from "./withdrawProposal.route.ts";

/** Retirement to bills: proposed off the ledger, agreed on it. */
export function retirementRoutes(services: GatewayServices): Route[] {
  return [
    proposeRetirementRoute(services),
    listRetirementProposalsRoute(services),
    agreeRetirementRoute(services),
    withdrawRetirementProposalRoute(services),
    listRetirementsRoute(services),
  ];
}
