import type { Queryable } from "../database/database.ts";
import type { EventViewer } from "../features/event/eventViewer.ts";
import { readEvent } from "../features/event/readEvent.ts";
import { eventId } from "./eventId.ts";
import { itemOfEvent } from "./itemOfEvent.ts";
import type { PostOutcome } from "./postOutcome.ts";
import type { WebhookItem } from "./webhookItem.ts";

const KEY_LENGTH = "000000000000-000000-000000".length;

const queuedSql = `
  SELECT event_id FROM local.delivery
  WHERE subscription_id = $1 AND state = 'queued' AND type = 'event' ORDER BY event_id LIMIT 1`;

const settleSql = `
  UPDATE local.delivery
  SET state = $3, attempts = attempts + 1, status = $4, latency_ms = $5, failure = $6, last_attempt_at = $7
  WHERE subscription_id = $1 AND event_id = $2 AND type = 'event' AND state = 'queued'`;

const goneOutcome: PostOutcome = {
  delivered: false,
  status: null,
  latencyMs: 0,
  failure: "The event was taken back, or may no longer be told.",
  retryAfterMs: undefined,
};

/**
 * Sends one event again that somebody asked for; false when none is asked for. One attempt: whoever asked looks at its
 * outcome, and what is due in order doesn't wait for it.
 */
export async function redeliver(
  database: Queryable,
  subscriptionId: string,
  viewer: EventViewer,
  send: (item: WebhookItem) => Promise<PostOutcome | undefined>,
): Promise<boolean> {
  const [queued] = await database.query<{ event_id: string }>(queuedSql, [subscriptionId]);
  if (queued === undefined) return false;
  const id = queued.event_id;
  const event = await readEvent(database, viewer, id.slice(0, KEY_LENGTH));
  const isThere = event !== undefined && eventId(event) === id;
  const outcome = isThere ? await send(itemOfEvent(event)) : goneOutcome;
  if (outcome === undefined) return true;
  const { delivered, status, latencyMs, failure } = outcome;
  const state = delivered ? "delivered" : "dead";
  const parameters = [subscriptionId, id, state, status, latencyMs, failure, new Date()];
  await database.query(settleSql, parameters);
  return true;
}
