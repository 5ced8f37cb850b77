/** How far the projection is, and of which chain and code. */
export interface Checkpoint {
  readonly blockNumber: number;
  readonly blockHash: string;
  readonly parentHash: string;
  readonly blockTime: Date;
  readonly genesisHash: string;
  readonly fingerprint: string;
  /** Whether the head was reached since the projection began: before, what has no row may well exist on the ledger. */
  readonly isComplete: boolean;
}
