import type { WebhookItem } from "./webhookItem.ts";

/** An item as it is told by a subscription. Its id is the same whenever, and by whichever gateway, it is sent. */
export function toldItem(subscriptionId: string, item: WebhookItem): Record<string, unknown> {
  const { type, eventId, key, contract, name, content } = item;
  return { id: `${subscriptionId}.${eventId}`, type, key, contract, name, ...content };
}
