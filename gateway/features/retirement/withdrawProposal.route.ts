import type { GatewayServices } from "../../gatewayServices.ts";
import type { Route } from "../../openapi/route.ts";
import { withdrawProposalRoute } from "../proposal/withdrawProposalRoute.ts";
import { retirementTermsFrom } from "./retirementTermsFrom.ts";

/** The proposer takes its proposal back. */
export function withdrawRetirementProposalRoute(services: GatewayServices): Route {
  return withdrawProposalRoute(services, {
    kind: "retirement",
    path: "/v1/retirements/proposals",
    operationId: "withdrawRetirementProposal",
    noncesOf: retirementTermsFrom,
  });
}
