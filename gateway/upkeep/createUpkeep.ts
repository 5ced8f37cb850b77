import type { GatewayServices } from "../gatewayServices.ts";
import { createRequestLog } from "../idempotency/createRequestLog.ts";
import { createPeriodicWorker } from "../workers/createPeriodicWorker.ts";
import type { Worker } from "../workers/worker.ts";
import { upkeepDuties } from "./upkeepDuties.ts";
import { UpkeepRound } from "./upkeepRound.ts";

/** The worker that does what anyone may do once it is time, so that nobody has to remember it. */
export function createUpkeep(services: GatewayServices): readonly Worker[] {
  const { config, database, logger } = services;
  if (!config.upkeep) return [];
  let stopping = false;
  const requestLog = createRequestLog(database, services.audit);
  const isStopping = () => stopping;
  const round = new UpkeepRound({ services, requestLog, duties: upkeepDuties, isStopping });
  const worker = createPeriodicWorker({
    name: "upkeep",
    everyMs: config.upkeepSeconds * 1000,
    database,
    logger,
    run: () => round.run(),
  });
  return [
    {
      name: worker.name,
      start: () => worker.start(),
      stop() {
        stopping = true;
        return worker.stop();
      },
    },
  ];
}
