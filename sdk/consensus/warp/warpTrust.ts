import type { Hex } from "../../chain/hex.ts";

/** One validator, as it is registered with the network. */
export type WarpValidator = {
  /** `NodeID-...`. */
  readonly nodeId: string;
  /** BLS key, a compressed point of G1: 48 bytes. */
  readonly publicKey: Hex;
  readonly weight: bigint;
};

/** Validators that sign for blocks from one number on, until the next set's. */
export type WarpSet = {
  readonly fromBlock: bigint;
  readonly validators: readonly WarpValidator[];
  /** What a quorum of the set before signed about this one; without it the set is pinned. */
  readonly signedChange?: Hex | undefined;
};

/** Whose signatures about blocks count, and of which chain: pinned by whoever verifies. */
export type WarpTrust = {
  readonly networkId: number;
  /** The chain's id on the network, not the EVM's number: 32 bytes. */
  readonly blockchainId: Hex;
  /** Ascending by `fromBlock`. */
  readonly sets: readonly WarpSet[];
};
