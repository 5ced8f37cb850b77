import type { MemberRef } from "./page.ts";

/** One thing that waits for the member. */
export interface OverviewItem {
  readonly id: string;
  readonly party: MemberRef | null;
  readonly amountMinor: string | null;
  readonly currency: string | null;
  readonly dueDate: string | null;
  readonly at: string;
}

/** What waits for the member, task by task. */
export interface Overview {
  readonly block: number;
  readonly today: string;
  readonly tasks: readonly {
    readonly task: string;
    readonly kind: string;
    readonly count: number;
    readonly first: readonly OverviewItem[];
  }[];
}
