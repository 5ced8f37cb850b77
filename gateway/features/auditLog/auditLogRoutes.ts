import type { GatewayServices } from "../../gatewayServices.ts";
import type { Route } from "../../openapi/route.ts";
import { listAuditEntriesRoute } from "./list.route.ts";
import { listAuditCheckpointsRoute } from "./listCheckpoints.route.ts";
import { proveAuditEntryRoute } from "./prove.route.ts";

/** The audit log: entries, checkpoints, proofs. */
export function auditLogRoutes(services: GatewayServices): Route[] {
  return [
    listAuditEntriesRoute(services),
    listAuditCheckpointsRoute(services),
    proveAuditEntryRoute(services),
  ];
}
