/** A holder's order to replace goods by others of the same unit and custodian. */
export type Replacement = {
  /** Token id of the receipt over the old goods. */
  readonly receipt: bigint;
  /** Quantity of it that ends. */
  readonly quantity: bigint;
  /** Hold that it is taken from, which goes over to the new receipt; 0 for what nobody holds. */
  readonly hold: bigint;
  /** Lot of the new goods. */
  readonly newLot: number;
  /** Quantity of the new receipt. */
  readonly newQuantity: bigint;
  /** Digest of the new receipt's terms (`receiptTermsDigest`), 32 bytes in hex. */
  readonly terms: string;
  /** Unused nonce of the holder's orders. */
  readonly nonce: bigint;
};
