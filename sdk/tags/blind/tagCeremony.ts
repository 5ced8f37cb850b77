import type { Hex } from "./ristretto.ts";

/** What a participant tells everybody first: commitments to its part of the key, and that it knows that part. */
export type TagCeremonyAnnouncement = {
  readonly index: number;
  readonly commitments: readonly Hex[];
  readonly proofOfKnowledge: Hex;
};

/** What one participant sends another one alone, over a channel that nobody else reads. */
export type DealtTagShare = {
  readonly from: number;
  readonly to: number;
  readonly secret: Hex;
};
