import type { GatewayServices } from "../../gatewayServices.ts";
import type { Route } from "../../openapi/route.ts";
import { agreeEarlyPaymentRoute } from "./agree.route.ts";
import { agreeEarlyPaymentBatchRoute } from "./agreeBatch.route.ts";
import { deliverEarlyPaymentRoute } from "./deliver.route.ts";
import { listEarlyPaymentsRoute } from "./list.route.ts";
import { listEarlyPaymentProposalsRoute } from "./listProposals.route.ts";
import { proposeEarlyPaymentRoute } from "./propose.route.ts";
import { proposeEarlyPaymentBatchRoute } from "./proposeBatch.route.ts";
import { readEarlyPaymentRoute } from "./read.route.ts";
import { withdrawEarlyPaymentProposalRoute } from "./withdrawProposal.route.ts";

/** Early payments: proposed off the ledger, agreed on it. Paths with words come before those with numbers. */
export function earlyPaymentRoutes(services: GatewayServices): Route[] {
  return [
    proposeEarlyPaymentRoute(services),
    proposeEarlyPaymentBatchRoute(services),
    listEarlyPaymentProposalsRoute(services),
    agreeEarlyPaymentRoute(services),
    withdrawEarlyPaymentProposalRoute(services),
    agreeEarlyPaymentBatchRoute(services),
    listEarlyPaymentsRoute(services),
    readEarlyPaymentRoute(services),
    deliverEarlyPaymentRoute(services),
  ];
}
