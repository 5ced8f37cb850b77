import type { AuditDraft } from "../audit/auditDraft.ts";
import type { RouteAnswer } from "../openapi/route.ts";
import type { WriteRequest } from "./writeRequest.ts";

/** A write as a member asked for it. */
export interface AskedWrite {
  readonly memberId: number;
  /** Method and path as called, for instance `POST /v1/certificates/42/split`. */
  readonly route: string;
  readonly idempotencyKey: string;
  readonly body: unknown;
  /** What the audit log says of it, kept in the transaction that records the answer. */
  readonly entryOf?: (answer: RouteAnswer, write: WriteRequest) => AuditDraft;
}
