/** One event as stored, named as it is answered. */
export interface PublishedEvent {
  readonly key: string;
  readonly contract: string;
  readonly name: string;
  readonly args: unknown;
  readonly ref: string | null;
  readonly blockNumber: bigint;
  readonly blockHash: string;
  readonly blockTime: Date;
  readonly transactionHash: string;
}
