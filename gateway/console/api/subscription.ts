/** A subscription to events, as its member sees it. */
export interface Subscription {
  readonly subscription: string;
  readonly url: string;
  readonly names: readonly string[];
  readonly contracts: readonly string[];
  readonly batchSize: number;
  readonly state: "active" | "paused";
  readonly pausedBecause: "member" | "failures" | null;
  readonly deadLetters: number;
  readonly lastSuccessAt: string | null;
  readonly lastFailureAt: string | null;
  readonly lastFailure: string | null;
  readonly nextAttemptAt: string | null;
  readonly earlierSecretUntil: string | null;
}

/** What became of one event. */
export interface Delivery {
  readonly event: string;
  readonly type: "event" | "retracted";
  readonly contract: string;
  readonly name: string;
  readonly state: "waiting" | "delivered" | "dead" | "queued";
  readonly attempts: number;
  readonly status: number | null;
  readonly latencyMs: number | null;
  readonly failure: string | null;
  readonly lastAttemptAt: string;
}
