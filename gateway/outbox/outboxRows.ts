import type { StoredTransaction, TransactionState } from "./storedTransaction.ts";

/** A row of `local.outbox` as the database gives it. */
export interface OutboxRow {
  transaction_hash: string;
  member_id: bigint;
  route: string;
  idempotency_key: string;
  step: number;
  sender: string;
  nonce: bigint;
  recipient: string;
  raw: string;
  relayed: boolean;
  state: TransactionState;
  block_number: bigint | null;
}

/** Reads a row, writes a row, names the columns. */
export const outboxRows = {
  columns: {
    transaction_hash: "text",
    member_id: "int8",
    route: "text",
    idempotency_key: "text",
    step: "int4",
    sender: "text",
    nonce: "int8",
    recipient: "text",
    raw: "text",
    relayed: "boolean",
    state: "text",
  },

  read(row: OutboxRow): StoredTransaction {
    return {
      hash: row.transaction_hash,
      memberId: Number(row.member_id),
      route: row.route,
      idempotencyKey: row.idempotency_key,
      step: row.step,
      sender: row.sender,
      nonce: Number(row.nonce),
      recipient: row.recipient,
      raw: row.raw,
      relayed: row.relayed,
      state: row.state,
      blockNumber: row.block_number === null ? undefined : Number(row.block_number),
    };
  },

  write(stored: StoredTransaction): Readonly<Record<string, unknown>> {
    return {
      transaction_hash: stored.hash,
      member_id: stored.memberId,
      route: stored.route,
      idempotency_key: stored.idempotencyKey,
      step: stored.step,
      sender: stored.sender,
      nonce: stored.nonce,
      recipient: stored.recipient,
      raw: stored.raw,
      relayed: stored.relayed,
      state: stored.state,
    };
  },
} as const;
