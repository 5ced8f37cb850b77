import type { SplitNoun } from "../errors/errorContext.ts";

/** What can be pledged: certificates, receipts, or positions of another token contract that was admitted, by its address. */
export type PledgedAsset = SplitNoun | `0x${string}`;
