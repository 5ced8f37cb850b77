import type { Hex } from "../../chain/hex.ts";

/** What a table of the ledger's state held: the digest of `GET /v1/projection/digests` and of replay. */
export type CheckpointTable = {
  readonly table: string;
  readonly rows: number;
  /** SHA-256. */
  readonly digest: Hex;
};

/** What an auditor states of a ledger at some block. */
export type Checkpoint = {
  readonly chainId: number;
  /** Hash of block 0: which ledger is meant. */
  readonly genesisHash: Hex;
  readonly block: number;
  readonly blockHash: Hex;
  readonly stateRoot: Hex;
  /** SHA-256 over the tables, as a gateway's; null where the auditor states the block alone. */
  readonly digest: Hex | null;
  readonly tables: readonly CheckpointTable[];
  /** Name of who signs. */
  readonly signer: string;
  /** RFC 3339; by the signer's clock. */
  readonly at: string;
};

/** A checkpoint with the signature that makes it somebody's word. */
export type SignedCheckpoint = Checkpoint & { readonly account: Hex; readonly signature: Hex };
