/** What became of one POST. */
export interface PostOutcome {
  readonly delivered: boolean;
  /** HTTP status; null when no answer came. */
  readonly status: number | null;
  readonly latencyMs: number;
  /** A sentence, when it was not delivered. */
  readonly failure: string | null;
  /** How long the endpoint asks to be left alone. */
  readonly retryAfterMs: number | undefined;
}
