/** `signed`: stored, perhaps sent; `displaced`: its nonce was used by someone else, so it can never be included. */
export type TransactionState = "signed" | "included" | "reverted" | "displaced";

/** A row of the outbox. */
export interface StoredTransaction {
  readonly hash: string;
  readonly memberId: number;
  readonly route: string;
  readonly idempotencyKey: string;
  readonly step: number;
  readonly sender: string;
  readonly nonce: number;
  readonly recipient: string;
  /** The signed bytes; a recovery sends exactly these. */
  readonly raw: string;
  readonly relayed: boolean;
  readonly state: TransactionState;
  readonly blockNumber: number | undefined;
}
