import { engineProfiles } from "@tallystick/sdk";
import type { GatewayServices } from "../gatewayServices.ts";
import { createPeriodicWorker } from "../workers/createPeriodicWorker.ts";
import type { Worker } from "../workers/worker.ts";
import { readValidatorEnds } from "./readValidatorEnds.ts";

type Needs = Pick<GatewayServices, "config" | "database" | "logger" | "metrics">;

const LOOK_EVERY_MS = 300_000;
const DAY_MS = 86_400_000;

/** Tells when validators end, since they leave the set by themselves then: as a metric always, in the log once a day. */
export function createStakeWatch({ config, database, logger, metrics }: Needs): readonly Worker[] {
  if (engineProfiles[config.engine].consensusProof !== "warp") return [];
  let toldAt = 0;
  const run = async () => {
    const ends = await readValidatorEnds(config.rpcUrls);
    metrics.validatorEnd.reset();
    for (const { nodeId, end } of ends) metrics.validatorEnd.set({ node: nodeId }, end);
    if (Date.now() - toldAt < DAY_MS) return;
    const warnings = ends.flatMap(({ warning }) => warning ?? []);
    for (const warning of warnings) logger.warn({ worker: "stakes" }, warning);
    if (warnings.length > 0) toldAt = Date.now();
  };
  return [createPeriodicWorker({ name: "stakes", everyMs: LOOK_EVERY_MS, database, logger, run })];
}
