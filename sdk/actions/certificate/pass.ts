/** One recipient of a batch. */
export type Pass = {
  /** Member that receives. */
  readonly to: number;
  /** Minor units. */
  readonly value: bigint;
  /** Digest of the trade that the pass pays for, 32 bytes in hex. */
  readonly tradeReference: string;
};
