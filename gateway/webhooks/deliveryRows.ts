import type { PostOutcome } from "./postOutcome.ts";
import type { WebhookItem } from "./webhookItem.ts";

/** Columns of `local.delivery` that a POST writes. */
export const deliveryRows = {
  columns: `subscription_id, event_id, type, contract, name, state, attempts, status, latency_ms, failure,
    first_attempt_at, last_attempt_at`,

  /** `FROM` of the rows as `source`; the parameter is their JSON. */
  source: (parameter: string): string => `
    jsonb_to_recordset(${parameter}::jsonb) AS source(subscription_id text, event_id text, type text, contract text,
      name text, state text, attempts int4, status int4, latency_ms int4, failure text,
      first_attempt_at timestamptz, last_attempt_at timestamptz)`,

  /** Another attempt at what was tried before. */
  again: `
    ON CONFLICT (subscription_id, event_id, type) DO UPDATE SET state = excluded.state,
      attempts = delivery.attempts + 1, status = excluded.status, latency_ms = excluded.latency_ms,
      failure = excluded.failure, last_attempt_at = excluded.last_attempt_at`,

  of(
    subscriptionId: string,
    items: readonly WebhookItem[],
    outcome: PostOutcome,
    at: Date,
  ): readonly Readonly<Record<string, unknown>>[] {
    return items.map(({ type, eventId, contract, name }) => ({
      subscription_id: subscriptionId,
      event_id: eventId,
      type,
      contract,
      name,
      state: outcome.delivered ? "delivered" : "waiting",
      attempts: 1,
      status: outcome.status,
      latency_ms: outcome.latencyMs,
      failure: outcome.failure,
      first_attempt_at: at,
      last_attempt_at: at,
    }));
  },
} as const;
