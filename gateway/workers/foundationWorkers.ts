import type { GatewayServices } from "../gatewayServices.ts";
import type { Worker } from "./worker.ts";

/** What every gateway does beside answering requests, whatever the ledger's business is. */
export function foundationWorkers(_services: GatewayServices): readonly Worker[] {
  return [];
}
