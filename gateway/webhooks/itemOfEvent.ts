import type { PublishedEvent } from "../features/event/publishedEvent.ts";
import { eventId } from "./eventId.ts";
import type { WebhookItem } from "./webhookItem.ts";

/** An event as webhooks tell it. */
export function itemOfEvent(event: PublishedEvent): WebhookItem {
  const { key, contract, name, ...content } = event;
  return { type: "event", eventId: eventId(event), key, contract, name, content };
}
