import type { MemberRef } from "./page.ts";

/** A write that needs, or needed, a second person. */
export interface Approval {
  readonly approval: string;
  readonly state:
    | "waiting"
    | "approved"
    | "done"
    | "refused"
    | "rejected"
    | "withdrawn"
    | "expired";
  readonly operation: string;
  readonly summary: string;
  readonly request: {
    readonly route: string;
    readonly params: Readonly<Record<string, string>>;
    readonly body: unknown;
    readonly idempotencyKey: string | null;
  };
  readonly amounts: readonly { readonly currency: string; readonly amountMinor: string }[] | null;
  readonly parties: readonly MemberRef[];
  readonly askedBy: string;
  readonly askedAt: string;
  readonly expiresAt: string;
  readonly needed: number;
  readonly decisions: readonly {
    readonly person: string;
    readonly decision: "approve" | "reject";
    readonly reason: string;
    readonly at: string;
  }[];
  readonly isOwn: boolean;
  readonly canDecide: boolean;
  readonly decidedAt: string | null;
  readonly reason: string | null;
  readonly problem: { readonly code: string; readonly detail: string } | null;
}

/** What one person may do alone. */
export interface ApprovalRule {
  readonly rule: string;
  readonly operations: readonly string[];
  readonly limits: Readonly<Record<string, string>>;
  readonly approvals: number;
  readonly approver: "approve" | "administer";
  readonly period: "request" | "day";
  readonly expiresAfterDays: number;
  readonly setBy: string;
  readonly setAt: string;
}

/** Rules and the kinds of work that they can name. */
export interface ApprovalRules {
  readonly items: readonly ApprovalRule[];
  readonly groups: Readonly<Record<string, readonly string[]>>;
}
