import type { GatewayServices } from "../gatewayServices.ts";
import { createPeriodicWorker } from "../workers/createPeriodicWorker.ts";
import type { Worker } from "../workers/worker.ts";

const EVERY_MS = 1_000;

/** Proves every block with ledger events, in one of the gateways that share the database. */
export function createProofWorkers({
  database,
  logger,
  proofs,
}: GatewayServices): readonly Worker[] {
  if (proofs === undefined) return [];
  const run = () => proofs.round();
  return [createPeriodicWorker({ name: "block-proofs", everyMs: EVERY_MS, database, logger, run })];
}
