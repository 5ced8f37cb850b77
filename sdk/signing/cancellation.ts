/** A holder's order to end a receipt while the goods stay. */
export type Cancellation = {
  /** Token id of the receipt. */
  readonly receipt: bigint;
  /** Quantity of the receipt that ends; none of it is held. */
  readonly quantity: bigint;
  /** Digest of what takes its place, 32 bytes in hex: a paper receipt, a sale to the custodian. */
  readonly document: string;
  /** Unused nonce of the holder's orders. */
  readonly nonce: bigint;
};
