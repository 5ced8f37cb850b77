import type { Queryable } from "../database/database.ts";
import type { AuditDraft } from "./auditDraft.ts";

/** The hash-chained record of who asked for what and was answered what. */
export interface AuditTrail {
  /**
   * Appends entries within a transaction, as its last statement: other gateways wait for the log's row until it commits.
   */
  append(transaction: Queryable, drafts: readonly AuditDraft[]): Promise<void>;
  /** Appends an entry of its own, and resolves when it is kept. */
  now(draft: AuditDraft): Promise<void>;
  /** The same without anyone waiting for it; a process that is killed may lose the last of these. */
  later(draft: AuditDraft): void;
  /** Resolves when everything that was said `later` is kept. */
  flush(): Promise<void>;
}
