/** What a webhook tells: that something happened, or that it was taken back with its block. */
export interface WebhookItem {
  readonly type: "event" | "retracted";
  /** The event's key and the beginning of its block's hash: a key may come again in another block, this may not. */
  readonly eventId: string;
  readonly key: string;
  readonly contract: string;
  readonly name: string;
  /** Everything else that is told of it. */
  readonly content: Readonly<Record<string, unknown>>;
}
