import type { GatewayServices } from "../../gatewayServices.ts";
import type { Route } from "../../openapi/route.ts";
import { withdrawProposalRoute } from "../proposal/withdrawProposalRoute.ts";
import { earlyPaymentTermsFrom } from "./earlyPaymentTermsFrom.ts";

/** The proposer takes its proposal back. */
export function withdrawEarlyPaymentProposalRoute(services: GatewayServices): Route {
  return withdrawProposalRoute(services, {
    kind: "early-payment",
    path: "/v1/early-payments/proposals",
    operationId: "withdrawEarlyPaymentProposal",
    noncesOf: earlyPaymentTermsFrom,
  });
}
