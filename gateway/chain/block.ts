/** The parts of a block header that the gateway relies on. Times are seconds since 1970. */
export interface Block {
  readonly number: number;
  readonly hash: string;
  readonly parentHash: string;
  readonly timestamp: number;
  readonly transactionHashes: readonly string[];
}
