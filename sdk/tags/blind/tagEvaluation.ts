import type { Hex } from "./ristretto.ts";

/** What a share server answers: blinded elements times its share, and one proof for all of them. */
export type TagEvaluation = {
  readonly epoch: number;
  readonly index: number;
  /** The key that the proof is for; whoever asks compares it with the pinned one. */
  readonly publicKey: Hex;
  /** In the order of the request; 32 bytes each. */
  readonly elements: readonly Hex[];
  /** DLEQ proof of RFC 9497; 64 bytes. */
  readonly proof: Hex;
};
