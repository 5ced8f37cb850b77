import { randomUUID } from "node:crypto";
import type { Logger } from "pino";
import { createBatcher } from "../batching/createBatcher.ts";
import type { Database } from "../database/database.ts";
import type { GatewayMetrics } from "../metrics/gatewayMetrics.ts";
import { appendEntries } from "./appendEntries.ts";
import type { AuditDraft } from "./auditDraft.ts";
import type { AuditTrail } from "./auditTrail.ts";

/** What a trail is made of. */
export interface AuditTrailOptions {
  readonly database: Database;
  readonly logger: Pick<Logger, "error">;
  readonly metrics: Pick<GatewayMetrics, "auditEntries" | "auditFailures" | "batches">;
}

/** The audit log of this process, in the database that it may share with others. */
export function createAuditTrail({ database, logger, metrics }: AuditTrailOptions): AuditTrail {
  const gateway = randomUUID();
  const unfinished = new Set<Promise<void>>();
  const append: AuditTrail["append"] = async (transaction, drafts) => {
    await appendEntries(transaction, gateway, drafts);
    metrics.auditEntries.inc(drafts.length);
    if (drafts.length > 0) metrics.batches.observe({ batch: "answers" }, drafts.length);
  };
  const record = createBatcher(async (drafts: readonly AuditDraft[]) => {
    await database.transaction((transaction) => append(transaction, drafts));
    return drafts.map(() => undefined);
  });
  const now = async (draft: AuditDraft): Promise<void> => {
    await record(draft);
  };
  return {
    append,
    now,
    later(draft) {
      const kept = now(draft)
        .catch((error: unknown) => {
          metrics.auditFailures.inc();
          logger.error({ err: error, requestId: draft.requestId }, "audit: an entry was not kept");
        })
        .finally(() => unfinished.delete(kept));
      unfinished.add(kept);
    },
    async flush() {
      while (unfinished.size > 0) await Promise.all(unfinished);
    },
  };
}
