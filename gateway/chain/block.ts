/** The parts of a block header that the gateway relies on. Times are seconds since 1970. */
export interface Block {
  readonly number: number;
  readonly hash: string;
  readonly parentHash: string;
  readonly timestamp: number;
  /** 256 bytes as lower-case 0x-hex: what the block's logs can't deny. */
  readonly logsBloom: string;
  readonly transactionHashes: readonly string[];
}
