import { plainJson } from "../json/plainJson.ts";
import { webhookSignature } from "./webhookSignature.ts";

/** Text and headers of one POST. */
export interface WebhookMessage {
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** What a POST is made of. */
export interface MessageParts {
  readonly subscriptionId: string;
  /** At least one; the first one's id names the POST. */
  readonly events: readonly Readonly<Record<string, unknown>>[];
  /** Every secret that is valid at the moment. */
  readonly secrets: readonly string[];
  /** Milliseconds. */
  readonly now: number;
}

/** Writes and signs the POST of some events. */
export function webhookMessage(parts: MessageParts): WebhookMessage {
  const { subscriptionId, events, secrets, now } = parts;
  const body = plainJson({ subscription: subscriptionId, events });
  const timestamp = Math.floor(now / 1_000);
  return {
    body,
    headers: {
      "tallystick-delivery": String(events[0]?.["id"] ?? subscriptionId),
      "tallystick-timestamp": String(timestamp),
      "tallystick-signature": webhookSignature(secrets, timestamp, body),
      "user-agent": "Tallystick",
    },
  };
}
