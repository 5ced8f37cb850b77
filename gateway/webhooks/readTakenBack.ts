import type { Queryable } from "../database/database.ts";
import { type CursorParts, cursorParts } from "../features/event/cursorParts.ts";
import type { EventViewer } from "../features/event/eventViewer.ts";
import { type RetractedEvent, readRetractions } from "../features/event/readRetractions.ts";
import { eventId } from "./eventId.ts";
import type { Subscription } from "./subscription.ts";
import type { WebhookItem } from "./webhookItem.ts";

/** What a subscription must tell before it goes on. */
export interface TakenBack {
  /** Retractions that are not told yet, newest event first. */
  readonly items: readonly WebhookItem[];
  /** Where it goes on afterwards; the same as before when the chain did not reorganise. */
  readonly from: CursorParts;
}

// An attempt beyond the cursor may have arrived without our knowing.
const furthestSql = `
  SELECT left(max(event_id), 26) AS key FROM local.delivery WHERE subscription_id = $1`;

const toldSql = `
  SELECT event_id AS id, last_attempt_at AS at FROM local.delivery
  WHERE subscription_id = $1 AND type = 'retracted' AND state IN ('delivered', 'dead')
    AND event_id = ANY ($2)`;

function itemOf(event: RetractedEvent): WebhookItem {
  const { key, contract, name, ...content } = event;
  return { type: "retracted", eventId: eventId(event), key, contract, name, content };
}

function isAskedFor({ names, contracts }: Subscription, event: RetractedEvent): boolean {
  const fits = (wanted: readonly string[], name: string) =>
    wanted.length === 0 || wanted.includes(name);
  return fits(names, event.name) && fits(contracts, event.contract);
}

async function withoutTold(
  database: Queryable,
  subscriptionId: string,
  events: readonly RetractedEvent[],
): Promise<readonly RetractedEvent[]> {
  const told = await database.query<{ id: string; at: Date }>(toldSql, [
    subscriptionId,
    events.map(eventId),
  ]);
  const toldAt = new Map(told.map(({ id, at }) => [id, at.getTime()]));
  return events.filter((event) => (toldAt.get(eventId(event)) ?? 0) < event.retractedAt.getTime());
}

/** The events told, or perhaps told, by a subscription that reorganisations took back since. */
export async function readTakenBack(
  database: Queryable,
  subscription: Subscription,
  viewer: EventViewer,
): Promise<TakenBack> {
  const { subscriptionId } = subscription;
  const at = cursorParts.read(subscription.cursor);
  const plain = await readRetractions(database, at, viewer);
  if (plain.cursor.reorganisation === at.reorganisation) return { items: [], from: at };
  const [furthest] = await database.query<{ key: string | null }>(furthestSql, [subscriptionId]);
  const [key = at.key] = [at.key, furthest?.key ?? ""].sort().reverse();
  const all = await readRetractions(database, { ...at, key }, viewer);
  const wanted = all.events.filter((event) => isAskedFor(subscription, event));
  const items = await withoutTold(database, subscriptionId, wanted);
  return { items: items.map(itemOf), from: plain.cursor };
}
