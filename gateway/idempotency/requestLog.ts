import type { AuditDraft } from "../audit/auditDraft.ts";
import type { Queryable } from "../database/database.ts";
import type { WriteRequest } from "./writeRequest.ts";

/** An answer as it was given, so that it can be given again. `body` is the exact text. */
export interface RecordedAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** What is known about an earlier attempt at a request. */
export interface EarlierRequest {
  /** Digest of the body, or its first 16 bytes when only the chain remembers. */
  readonly bodyDigest: string;
  readonly answer: RecordedAnswer | undefined;
  /** Only the chain remembers it. */
  readonly isOnChainOnly: boolean;
  /** Another gateway that lives carries it out at the moment. */
  readonly isHeldElsewhere: boolean;
}

/** Remembers what was asked and answered. */
export interface RequestLog {
  /** Looks in schema `local`, then in the projected events. Requests that were refused count as never made. */
  find(request: WriteRequest): Promise<EarlierRequest | undefined>;
  /**
   * Records the final answer. `commit` runs in the same transaction: that is how a write without a ledger transaction
   * has one effect. So does the audit log's `entry`. Rejects with problem `request-in-flight` when another process answered first.
   */
  answer(
    request: WriteRequest,
    answer: RecordedAnswer,
    commit?: (transaction: Queryable) => Promise<void>,
    entry?: AuditDraft,
  ): Promise<void>;
  /** Lets another gateway continue what this one stored and will not answer now. */
  release(request: WriteRequest): Promise<void>;
}
