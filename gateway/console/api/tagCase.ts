import type { MemberRef } from "./page.ts";

/** A warning: somebody else's invoice looks like one of the member's own. What the other one holds isn't told. */
export interface TagCase {
  readonly caseReference: string;
  readonly kind: "loose" | "near";
  readonly askedBy: MemberRef | null;
  readonly peer: string | null;
  readonly receivables: readonly number[];
  readonly openedAt: string;
}
