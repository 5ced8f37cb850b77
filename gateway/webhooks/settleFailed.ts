import type { Database, Queryable } from "../database/database.ts";
import { cursorParts } from "../features/event/cursorParts.ts";
import { plainJson } from "../json/plainJson.ts";
import { backoff } from "./backoff.ts";
import { deliveryRows } from "./deliveryRows.ts";
import type { PostOutcome } from "./postOutcome.ts";
import type { Subscription } from "./subscription.ts";
import type { WebhookItem } from "./webhookItem.ts";
import type { WebhookRules } from "./webhookRules.ts";

/** Items that did not arrive, at least one. */
export interface FailedPost {
  readonly subscription: Subscription;
  readonly items: readonly WebhookItem[];
  readonly outcome: PostOutcome;
  readonly rules: WebhookRules;
  /** In [0, 1). */
  readonly random: number;
}

const triedSql = `
  INSERT INTO local.delivery AS delivery (${deliveryRows.columns})
  SELECT ${deliveryRows.columns} FROM ${deliveryRows.source("$1")}
  ${deliveryRows.again}
  RETURNING event_id, attempts`;

const lockSql = `
  SELECT 1 FROM local.subscription
  WHERE subscription_id = $1 AND revision = $2 AND cursor = $3 FOR UPDATE`;

const restSql = `
  UPDATE local.subscription
  SET failures = failures + 1, next_attempt_at = $2, last_failure_at = $3, last_failure = $4
  WHERE subscription_id = $1`;

const deadSql = `
  UPDATE local.delivery SET state = 'dead'
  WHERE subscription_id = $1 AND event_id = $2 AND type = $3`;

const goOnSql = `
  UPDATE local.subscription
  SET cursor = $2, failures = 0, dead_run = dead_run + 1, next_attempt_at = NULL,
    last_failure_at = $3, last_failure = $4,
    state = CASE WHEN dead_run + 1 >= $5 THEN 'paused' ELSE state END,
    paused_because = CASE WHEN dead_run + 1 >= $5 THEN 'failures' ELSE paused_because END
  WHERE subscription_id = $1`;

async function attemptsAtHead(
  transaction: Queryable,
  { subscription, items, outcome }: FailedPost,
  at: Date,
): Promise<number> {
  const rows = deliveryRows.of(subscription.subscriptionId, items, outcome, at);
  const tried = await transaction.query<{ event_id: string; attempts: number }>(triedSql, [
    plainJson(rows),
  ]);
  return tried.find(({ event_id }) => event_id === items[0]?.eventId)?.attempts ?? 1;
}

/**
 * Notes that items did not arrive. Rests before the next attempt; after enough of them dead-letters the first item and
 * goes on with the next one; after enough dead letters in a row pauses.
 */
export async function settleFailed(database: Database, failed: FailedPost): Promise<void> {
  const { subscription, items, outcome, rules, random } = failed;
  const { subscriptionId, revision, cursor, failures } = subscription;
  const [head] = items;
  if (head === undefined) return;
  await database.transaction(async (transaction) => {
    const held = await transaction.query(lockSql, [subscriptionId, revision, cursor]);
    if (held.length === 0) return;
    const at = new Date();
    const attempts = await attemptsAtHead(transaction, failed, at);
    if (attempts >= rules.attempts) {
      // A retraction is told before its cursor moves: it is done with when its row says so.
      const { reorganisation } = cursorParts.read(cursor);
      const behind = cursorParts.write({ key: head.key, reorganisation });
      const next = head.type === "event" ? behind : cursor;
      await transaction.query(deadSql, [subscriptionId, head.eventId, head.type]);
      const parameters = [subscriptionId, next, at, outcome.failure, rules.pauseAfter];
      await transaction.query(goOnSql, parameters);
      return;
    }
    const rest = Math.max(backoff(failures + 1, rules, random), outcome.retryAfterMs ?? 0);
    const nextAttemptAt = new Date(at.getTime() + rest);
    await transaction.query(restSql, [subscriptionId, nextAttemptAt, at, outcome.failure]);
  });
}
