import type { GatewayServices } from "../gatewayServices.ts";
import type { Route } from "../openapi/route.ts";
import { attestationRoutes } from "./attestation/attestationRoutes.ts";
import { readConservationRoute } from "./conservation/read.route.ts";
import { earlyPaymentRoutes } from "./earlyPayment/earlyPaymentRoutes.ts";
import { listExposuresRoute } from "./exposure/list.route.ts";
import { financingRoutes } from "./financing/financingRoutes.ts";
import { financingRequestRoutes } from "./financingRequest/financingRequestRoutes.ts";
import { lienRoutes } from "./lien/lienRoutes.ts";
import { listObligationsRoute } from "./obligation/list.route.ts";
import { readOverviewRoute } from "./overview/read.route.ts";
import { paymentInstructionRoutes } from "./paymentInstruction/paymentInstructionRoutes.ts";
import { quoteRoutes } from "./quote/quoteRoutes.ts";
import { retirementRoutes } from "./retirement/retirementRoutes.ts";
import { settlementRoutes } from "./settlement/settlementRoutes.ts";
import { readStatementRoute } from "./statement/read.route.ts";
import { unmatchedPaymentRoutes } from "./unmatchedPayment/unmatchedPaymentRoutes.ts";

/** Routes of payment, settlement and finance, and of the day's work. */
export function financeRoutes(services: GatewayServices): Route[] {
  return [
    ...paymentInstructionRoutes(services),
    ...attestationRoutes(services),
    ...unmatchedPaymentRoutes(services),
    ...settlementRoutes(services),
    ...earlyPaymentRoutes(services),
    ...financingRequestRoutes(services),
    ...quoteRoutes(services),
    ...financingRoutes(services),
    ...retirementRoutes(services),
    ...lienRoutes(services),
    listExposuresRoute(services),
    listObligationsRoute(services),
    readOverviewRoute(services),
    readStatementRoute(services),
    readConservationRoute(services),
  ];
}
