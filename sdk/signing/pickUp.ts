/** A holder's order to let goods out. */
export type PickUp = {
  /** Token id of the receipt. */
  readonly receipt: bigint;
  /** Quantity of the receipt that ends. */
  readonly quantity: bigint;
  /** Goods that leave: the quantity less natural loss (`gateOutRange`). */
  readonly goods: bigint;
  /** Hold that it is taken from; 0 for what nobody holds. */
  readonly hold: bigint;
  /** Digest of the gate-out document, 32 bytes in hex. */
  readonly gate: string;
  /** Unused nonce of the holder's orders, for instance from `randomNonce`. */
  readonly nonce: bigint;
};
