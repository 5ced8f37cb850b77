/** When a sender tries again, gives up, and stops. */
export interface WebhookRules {
  /** Attempts after which an event is dead-lettered. */
  readonly attempts: number;
  /** Dead letters in a row after which the subscription is paused. */
  readonly pauseAfter: number;
  /** Rest before the second attempt; it doubles with each further one. */
  readonly retryMs: number;
  /** Longest rest between two attempts. */
  readonly longestRetryMs: number;
}
