/** Where tags come from: whatever holds, or can reach, the key of one epoch. */
export type TagSource = {
  /** The key epoch that the tags belong to; a claim is keyed by epoch and tag. */
  readonly epoch: bigint;
  /**
   * The tag of a real thing.
   *
   * @param identity its canonical identity, for example from `canonicalInvoiceIdentity`
   * @returns 32 bytes in hex
   */
  tagOf(identity: string): Promise<`0x${string}`>;
};
