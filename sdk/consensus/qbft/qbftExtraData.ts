import type { Hex } from "../../chain/hex.ts";

/** A proposer's wish to change the set of validators. */
export type QbftVote = { readonly recipient: Hex; readonly adds: boolean };

/** What QBFT keeps in a header's extra data, the same in Besu and GoQuorum. */
export type QbftExtraData = {
  /** 32 bytes that mean nothing. */
  readonly vanity: Hex;
  /** Who may seal this block, in ascending order; empty where a contract keeps the set. */
  readonly validators: readonly Hex[];
  readonly vote?: QbftVote | undefined;
  /** Of consensus on this height, in which the block was committed. */
  readonly round: number;
  /** 65 bytes each: r, s and the parity. */
  readonly seals: readonly Hex[];
};
