import type { MemberRef } from "./page.ts";

/** What a financier holds of one obligor in one currency. */
export interface Exposure {
  readonly obligor: MemberRef;
  readonly currency: string;
  readonly certificates: number;
  readonly totalMinor: string;
  readonly withRecourseMinor: string;
  readonly withoutRecourseMinor: string;
  readonly overdueMinor: string;
  readonly pendingMinor: string;
  readonly nextDueDate: string | null;
}
