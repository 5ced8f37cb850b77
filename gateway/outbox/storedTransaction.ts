/**
 * `signed`: stored, perhaps sent; `displaced`: someone else used its nonce; `refused`: the node did not take it and its
 * nonce was filled. Neither of the last two can ever be included.
 */
export type TransactionState = "signed" | "included" | "reverted" | "displaced" | "refused";

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
