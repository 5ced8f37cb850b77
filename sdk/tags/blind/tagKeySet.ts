import type { Hex } from "./ristretto.ts";

/** One share of an epoch's key, as everybody knows it. */
export type TagKeyShare = {
  /** Where the share's polynomial is evaluated: 1 to 255, unique in the set. */
  readonly index: number;
  /** The share times the group's base; 32 bytes. A server's proofs are checked against it. */
  readonly publicKey: Hex;
  /** Where the server that holds the share answers `/v1/tags/evaluate`. */
  readonly url: string;
};

/** What members pin of an epoch's key: public, and the same for all of them. */
export type TagKeySet = {
  readonly suite: "ristretto255-SHA512";
  /** The key epoch that claims carry; from 1, since epoch 0 is unblinded. */
  readonly epoch: number;
  /** Number of shares that make a tag; one fewer says nothing about the key. */
  readonly threshold: number;
  readonly groupPublicKey: Hex;
  readonly shares: readonly TagKeyShare[];
};
