import type { GatewayServices } from "../gatewayServices.ts";
import { createRequestLog } from "../idempotency/createRequestLog.ts";
import { upkeepMember } from "../upkeep/upkeepMember.ts";
import { createPeriodicWorker } from "../workers/createPeriodicWorker.ts";
import type { Worker } from "../workers/worker.ts";
import { anchorCheckpoint } from "./anchorCheckpoint.ts";
import { stateCheckpoints } from "./stateCheckpoints.ts";

const EVERY_MS = 1_000;

/** Signs the audit log's checkpoints and anchors them on the ledger. */
export function createAuditWorkers(services: GatewayServices): readonly Worker[] {
  const { config, database, keystore, ledger, logger } = services;
  const requestLog = createRequestLog(database);
  const work = { everyMs: EVERY_MS, database, logger };
  const checkpoints = createPeriodicWorker({
    ...work,
    name: "audit-checkpoints",
    async run() {
      const identity = await upkeepMember(services);
      if (identity === undefined) return;
      const { memberId: member, account } = identity;
      const signer = await keystore.signerFor(member, account);
      await stateCheckpoints(database, { chainId: ledger.chainId, member, signer });
    },
  });
  if (config.auditAnchorSeconds === 0) return [checkpoints];
  const anchoring = createPeriodicWorker({
    ...work,
    name: "audit-anchors",
    async run() {
      const identity = await upkeepMember(services);
      if (identity !== undefined) await anchorCheckpoint(services, requestLog, identity);
    },
  });
  return [checkpoints, anchoring];
}
