import { ledgerHandlers, ledgerInterfaces, recordOnlyEvents } from "@tallystick/sdk";
import { createAuditWorkers } from "../audit/createAuditWorkers.ts";
import { explainRefusal } from "../errors/explainRefusal.ts";
import { refusalStatuses } from "../errors/refusalStatuses.ts";
import type { LedgerFeatures } from "../ledgerFeatures.ts";
import { createPermissionWorkers } from "../permissioning/createPermissionWorkers.ts";
import { createStakeWatch } from "../permissioning/createStakeWatch.ts";
import { createUpkeep } from "../upkeep/createUpkeep.ts";
import { auditLogRoutes } from "./auditLog/auditLogRoutes.ts";
import { circulationRoutes } from "./circulationRoutes.ts";
import { financeRoutes } from "./financeRoutes.ts";
import { projectedDirectory } from "./member/projectedDirectory.ts";
import { warehouseRoutes } from "./warehouseRoutes.ts";

/** All business of the ledger, composed from the nouns' folders: contracts, handlers, refusals, members, routes. */
export const ledgerFeatures: LedgerFeatures = {
  interfaces: ledgerInterfaces,
  handlers: ledgerHandlers,
  recordOnly: recordOnlyEvents,
  decodeError: explainRefusal,
  refusalStatuses,
  directory: projectedDirectory,
  routes: (services) => [
    ...circulationRoutes(services),
    ...financeRoutes(services),
    ...warehouseRoutes(services),
    ...auditLogRoutes(services),
  ],
  workers: (services) => [
    ...createUpkeep(services),
    ...createAuditWorkers(services),
    ...createPermissionWorkers(services),
    ...createStakeWatch(services),
  ],
};
