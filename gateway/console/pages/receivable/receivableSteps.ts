import type { ReceivableDetail } from "../../api/receivable.ts";

export type ReceivableStep =
  | "confirm"
  | "accept"
  | "reject"
  | "void"
  | "expire"
  | "settle"
  | "distribute"
  | "markOverdue"
  | "creditNote";

/** Days after the due day from which anyone may mark it; the ledger has the last word. */
const GRACE_DAYS = 5;

/** What a member can do with a receivable, the most usual step first. `daysLeft` counts to the due day. */
export function receivableSteps(
  receivable: ReceivableDetail,
  member: number | undefined,
  daysLeft: number,
): readonly ReceivableStep[] {
  const isObligor = receivable.obligor.memberId === member;
  const isCreditor = receivable.creditor.memberId === member;
  const { state, acceptBy, settlement } = receivable;
  if (state === "registered") {
    if (isObligor) return ["confirm", "void"];
    return isCreditor ? ["void"] : [];
  }
  if (state === "confirmed") {
    const late = acceptBy !== null && Date.parse(acceptBy) < Date.now();
    if (late) return ["expire"];
    return isCreditor ? ["accept", "reject", "creditNote"] : [];
  }
  if (state !== "accepted") return [];
  return [
    ...(isObligor && daysLeft <= 0 ? (["settle"] as const) : []),
    ...(settlement.openRun === null ? [] : (["distribute"] as const)),
    ...(!receivable.overdue && daysLeft < -GRACE_DAYS ? (["markOverdue"] as const) : []),
    ...(isCreditor ? (["creditNote"] as const) : []),
  ];
}
