import type { BlockHeader } from "../chain/blockHeader.ts";

/** How an engine's blocks are proved to be the ledger's. */
export type ConsensusKind = "qbft" | "checkpoint" | "warp";

/** A block that was proved, and by whom. */
export type ProvedBlock = {
  readonly number: bigint;
  readonly hash: string;
  /** Who vouches for it: accounts of validators that sealed it or of auditors, or nodes that signed its hash. */
  readonly signers: readonly string[];
};

/** What came of a proof. */
export type ConsensusVerdict = {
  readonly kind: ConsensusKind;
  /** On whose word it rests. */
  readonly trust: "validators" | "checkpoint";
  readonly blocks: readonly ProvedBlock[];
  /** What was proved, and no more than that. */
  readonly sentence: string;
};

/**
 * A way to prove that blocks are the ledger's, against something that the verifier trusts. Engines differ; whoever uses a
 * proof does not.
 */
export interface ConsensusProof<Trust, Evidence> {
  readonly kind: ConsensusKind;
  /** What a verdict of this kind proves, and what it leaves open. */
  readonly proves: string;
  /**
   * Proves every header, or throws; there is no verdict about some of them.
   *
   * @param headers in ascending order of their numbers
   * @throws ConsensusError with the code of what is wrong
   */
  verify(headers: readonly BlockHeader[], trust: Trust, evidence: Evidence): ConsensusVerdict;
}
