import type { GatewayServices } from "../gatewayServices.ts";
import { createProofWorkers } from "../proofs/createProofWorkers.ts";
import { createWebhookWorker } from "../webhooks/createWebhookWorker.ts";
import type { Worker } from "./worker.ts";

/** What every gateway does beside answering requests, whatever the ledger's business is. */
export function foundationWorkers(services: GatewayServices): readonly Worker[] {
  return [createWebhookWorker(services), ...createProofWorkers(services)];
}
