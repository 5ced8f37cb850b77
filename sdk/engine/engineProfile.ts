import type { EngineQuirks } from "./engineQuirks.ts";

/** All that differs between the engines a ledger may run on. Whoever talks to a chain knows this and no more of it. */
export interface EngineProfile {
  /** As in `ENGINE` and in a network's files. */
  readonly name: string;
  /** Wei per gas that a transaction offers; 0 wherever the engine allows it. */
  readonly gasPrice: bigint;
  /** Gas that all transactions of one block may use together. */
  readonly blockGasLimit: bigint;
  /**
   * Gas limit of a transaction unless its caller names another one. A fixed cap and no estimate: parallel transactions
   * change each other's cost (a counter's first write, a list's growth), and an estimate taken before them runs out.
   */
  readonly gasLimit: bigint;
  /** The highest gas limit that one transaction may have; less than a block's wherever others need room beside it. */
  readonly largestGasLimit: bigint;
  /** Seconds between blocks; undefined for engines that make a block when there is something to put in. */
  readonly blockSeconds: number | undefined;
  /**
   * Seconds after which a head without successor means that the chain stands still; undefined for engines that make
   * blocks on demand.
   */
  readonly headStaleSeconds: number | undefined;
  /** Transactions of one signer that may wait in a node's pool at once. */
  readonly maxInFlightPerSigner: number;
  /** On `final` engines a reorganisation is an incident and stops the projection; elsewhere it is projected again. */
  readonly finality: "final" | "reorganising";
  /** The block tag of what can't be taken back: on final engines the newest block is that. */
  readonly finalityTag: "latest" | "finalized";
  /** Which fields a header has and how they are hashed; headers of the last kind are taken as they are told. */
  readonly headerCodec: "ethereum" | "qbft" | "subnet-evm" | "unchecked";
  /** How blocks are proved to those who weren't there; where it is undefined only the node's word is to be had. */
  readonly consensusProof: "checkpoint" | "qbft" | "warp" | undefined;
  readonly quirks: EngineQuirks;
}
