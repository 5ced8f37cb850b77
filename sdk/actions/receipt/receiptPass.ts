/** One recipient of a batch. */
export type ReceiptPass = {
  /** Member that receives. */
  readonly to: number;
  /** Count of the location's unit. */
  readonly quantity: bigint;
  /** Digest of the trade that the pass belongs to, 32 bytes in hex. */
  readonly tradeReference: string;
};
