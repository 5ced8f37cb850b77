/** One thing that a webhook tells. */
export type WebhookEvent = {
  /** The same whenever it is sent: whoever has it already need not act again. */
  readonly id: string;
  /** `event`: it happened; `retracted`: its block was taken back, and so must be what was made of it; `ping`: a test. */
  readonly type: "event" | "retracted" | "ping";
  /** Sortable in chain order; a cursor for replays. */
  readonly key?: string;
  readonly contract?: string;
  readonly name?: string;
  /** Integers are decimal strings. */
  readonly args?: Readonly<Record<string, unknown>>;
  readonly ref?: string | null;
  readonly blockNumber?: string;
  readonly blockHash?: string;
  /** RFC 3339. */
  readonly blockTime?: string;
  readonly transactionHash?: string;
  /** RFC 3339. */
  readonly retractedAt?: string;
};

/** A POST whose signature was right. */
export type WebhookDelivery = {
  readonly subscription: string;
  /** In chain order; retractions newest first. */
  readonly events: readonly WebhookEvent[];
};
