import type { BlockHeader, Hex, WarpTrust } from "@tallystick/sdk";
import type { KeptProof } from "./blockProofs.ts";

/** How many of the blocks with ledger events are proved. */
export interface ProofCoverage {
  readonly proved: number;
  /** Blocks older than 30 seconds that are not. */
  readonly missing: number;
  /** 0 to 1. */
  readonly share: number;
}

/** Proofs of blocks by what validators sign: collected, checked and kept. */
export interface ProofDesk {
  readonly trust: WarpTrust;
  /** Proves what has no proof yet; rejects with a sentence when validators don't sign. */
  round(): Promise<void>;
  coverage(): Promise<ProofCoverage>;
  proofOf(block: number): Promise<KeptProof | undefined>;
  /**
   * Answers what is kept about one block after the other, or asks the validators now. Once they did not sign it asks no more, so
   * take one for each export.
   */
  asker(): (block: Pick<BlockHeader, "number" | "hash">) => Promise<Hex | undefined>;
}
