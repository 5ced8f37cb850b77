import type { WebhookRules } from "./webhookRules.ts";

/**
 * Milliseconds to rest after so many failures in a row: doubling from `retryMs` up to `longestRetryMs`, and of that a random part
 * between half and all, so that endpoints that fell together aren't met by everybody together.
 */
export function backoff(
  failures: number,
  { retryMs, longestRetryMs }: Pick<WebhookRules, "retryMs" | "longestRetryMs">,
  random: number,
): number {
  const full = Math.min(retryMs * 2 ** Math.min(failures - 1, 40), longestRetryMs);
  return Math.round(full * (0.5 + random / 2));
}
