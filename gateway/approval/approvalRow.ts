import type { Scope } from "../auth/scopes.ts";
import type { Queryable } from "../database/database.ts";
import type { Refusal } from "../errors/refusalOf.ts";
import type { WriteRequest } from "../idempotency/writeRequest.ts";

/** How far a write that needed another person has come; `expired` is told by the clock, not stored. */
export type ApprovalState =
  | "waiting"
  | "approved"
  | "done"
  | "refused"
  | "rejected"
  | "withdrawn"
  | "expired";

/** A write that needed another person, as it is stored. */
export interface ApprovalRow {
  readonly approval_id: string;
  readonly member_id: bigint;
  readonly route: string;
  readonly idempotency_key: string;
  readonly body_digest: string;
  readonly operation_id: string;
  readonly params: Readonly<Record<string, string>>;
  /** Canonical JSON. */
  readonly body: string;
  readonly amounts: readonly { readonly currency: string; readonly amountMinor: string }[] | null;
  readonly parties: readonly bigint[];
  readonly asked_by: string;
  readonly asked_scopes: readonly Scope[];
  readonly asked_at: Date;
  readonly expires_at: Date;
  readonly needed: number;
  readonly approver_scopes: readonly Scope[];
  readonly state: ApprovalState;
  readonly decided_at: Date | null;
  readonly reason: string | null;
  readonly problem: Refusal | null;
}

const columns = `approval_id, member_id, route, idempotency_key, body_digest, operation_id, params, body, amounts,
  parties, asked_by, asked_scopes, asked_at, expires_at, needed, approver_scopes, decided_at, reason, problem,
  CASE WHEN state = 'waiting' AND expires_at <= now() THEN 'expired' ELSE state END AS state`;

/** Reads stored writes. */
export const approvalRow = {
  columns,

  async ofWrite(
    database: Queryable,
    { memberId, route, idempotencyKey }: WriteRequest,
  ): Promise<ApprovalRow | undefined> {
    const [row] = await database.query<ApprovalRow>(
      `SELECT ${columns} FROM local.approval
       WHERE member_id = $1 AND route = $2 AND idempotency_key = $3`,
      [memberId, route, idempotencyKey],
    );
    return row;
  },

  /** One of the member's own; undefined when there is none. */
  async find(
    database: Queryable,
    memberId: number,
    approval: string,
    lock = "",
  ): Promise<ApprovalRow | undefined> {
    const [row] = await database.query<ApprovalRow>(
      `SELECT ${columns} FROM local.approval WHERE approval_id = $1 AND member_id = $2 ${lock}`,
      [approval, memberId],
    );
    return row;
  },
} as const;
