import type { CountMethod } from "../vocabulary/countMethods.ts";

/** What a custodian or an appointed counter states about a lot. */
export type Count = {
  readonly lot: number;
  /** Member that states it. */
  readonly counter: number;
  /** Goods, a count of the location's unit. */
  readonly quantity: bigint;
  /** Time of the count in seconds: after its last count and after the last goods that left, and not in the future. */
  readonly takenAt: number;
  readonly method: CountMethod;
  /** Digest of photographs, weighbridge tickets, device logs; 32 bytes in hex. */
  readonly evidence: string;
};
