import type { MemberRef } from "./page.ts";

/** How much an obligor may promise in a currency, and how much it has promised. */
export interface Limit {
  readonly obligor: MemberRef;
  readonly currency: string;
  readonly limitMinor: string;
  readonly inUseMinor: string;
  readonly ceilingMinor: string;
  readonly freeMinor: string;
}
