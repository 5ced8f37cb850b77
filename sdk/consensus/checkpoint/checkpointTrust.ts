import type { Hex } from "../../chain/hex.ts";

/** Whom a verifier of checkpoints trusts, and about which ledger. */
export type CheckpointTrust = {
  readonly chainId: number;
  /** Hash of block 0. */
  readonly genesisHash: Hex;
  readonly signers: readonly { readonly name: string; readonly account: Hex }[];
};
