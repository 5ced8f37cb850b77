import type { GatewayServices } from "../../gatewayServices.ts";
import type { Route } from "../../openapi/route.ts";
import { attestUndeliveredRoute } from "./attestUndelivered.route.ts";
import { clearOverdueRoute } from "./clearOverdue.route.ts";
import { instructSettlementRoute } from "./instruct.route.ts";
import { instructLateInterestRoute } from "./instructLateInterest.route.ts";
import { markOverdueRoute } from "./markOverdue.route.ts";
import { readSettlementRunRoute } from "./readRun.route.ts";
import { settleBatchRoute } from "./settleBatch.route.ts";
import { settleWaitingRoute } from "./settleWaiting.route.ts";

/** Settlement at the due day: instruction, runs, what waits, overdue marks and late interest. */
export function settlementRoutes(services: GatewayServices): Route[] {
  return [
    instructSettlementRoute(services),
    settleBatchRoute(services),
    settleWaitingRoute(services),
    markOverdueRoute(services),
    clearOverdueRoute(services),
    instructLateInterestRoute(services),
    attestUndeliveredRoute(services),
    readSettlementRunRoute(services),
  ];
}
