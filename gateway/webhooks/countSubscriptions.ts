import type { Queryable } from "../database/database.ts";
import type { GatewayMetrics } from "../metrics/gatewayMetrics.ts";

const sql = `
  SELECT (SELECT count(*) FROM local.subscription WHERE state = 'active') AS active,
    (SELECT count(*) FROM local.subscription WHERE paused_because = 'failures') AS failed,
    (SELECT count(*) FROM local.delivery WHERE state = 'dead') AS dead`;

interface Counts {
  readonly active: bigint;
  readonly failed: bigint;
  readonly dead: bigint;
}

/** Sets what Prometheus reads about subscriptions. */
export async function countSubscriptions(
  database: Queryable,
  {
    webhookSubscriptions,
    webhookDeadLetters,
  }: Pick<GatewayMetrics, "webhookSubscriptions" | "webhookDeadLetters">,
): Promise<void> {
  const [counts] = await database.query<Counts>(sql);
  if (counts === undefined) return;
  webhookSubscriptions.set({ state: "active" }, Number(counts.active));
  webhookSubscriptions.set({ state: "paused-by-failures" }, Number(counts.failed));
  webhookDeadLetters.set(Number(counts.dead));
}
