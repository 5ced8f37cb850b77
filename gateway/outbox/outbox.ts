import type { WireLog } from "../chain/wireLog.ts";
import type { WriteRequest } from "../idempotency/writeRequest.ts";
import type { StoredTransaction } from "./storedTransaction.ts";

/** A call of the ledger that the gateway signs with a member's key. */
export interface Submission {
  readonly request: WriteRequest;
  /** The member's account; the gateway must hold its key. */
  readonly from: string;
  readonly to: string;
  /** ABI-encoded call; where the verb takes a `ref`, it is `request.ref`. */
  readonly data: string;
  /** 0, 1, 2... when one request makes several transactions, in the same order at every attempt. */
  readonly step?: number;
  /** Replaces the engine profile's gas limit. */
  readonly gasLimit?: bigint;
  /** One of several like calls of its request: then only its exact data tells it from the others. */
  readonly isOneOfMany?: boolean;
}

/** A transaction that a member signed with its own key. */
export interface RelaySubmission {
  readonly request: WriteRequest;
  readonly rawTransaction: string;
  readonly step?: number;
}

/** An included, successful transaction. */
export interface Inclusion {
  readonly transactionHash: string;
  readonly blockNumber: number;
  readonly blockHash: string;
  readonly logs: readonly WireLog[];
}

/** Load of the outbox. */
export interface OutboxStatus {
  /** Transactions that are signed and not yet included. */
  readonly pending: number;
}

/** Signs and stores before it sends; what it stored, it sends until the chain has it. */
export interface Outbox {
  /**
   * Simulates, takes the next nonce, signs, commits, broadcasts and waits for inclusion. Repeating it for the same
   * request and step makes no second transaction: it waits for the first one.
   *
   * Rejects with `LedgerRefusal` (refused at simulation or reverted at inclusion), `InclusionPending` (it is stored and
   * will be included, but not yet) or a `ProblemError`.
   */
  submit(submission: Submission): Promise<Inclusion>;
  /** The same for a transaction that needs no key of ours. */
  relay(submission: RelaySubmission): Promise<Inclusion>;
  find(transactionHash: string): Promise<StoredTransaction | undefined>;
  status(): OutboxStatus;
  /** How many transactions of an account (lower case) wait here for their block. */
  load(sender: string): number;
  /** Broadcasts again what a former run stored and did not see included. */
  start(): Promise<void>;
  stop(): Promise<void>;
}
