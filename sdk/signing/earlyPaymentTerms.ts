/** What obligor and holder agree on before the due day. */
export type EarlyPaymentTerms = {
  /** Token id of the certificate. */
  readonly certificate: bigint;
  /** Member that pays. */
  readonly obligor: number;
  /** Member that is paid. */
  readonly holder: number;
  /** Minor units of value that end when it is paid. */
  readonly face: bigint;
  /** Minor units that are paid for it; face - paid is the discount. */
  readonly paid: bigint;
  /** Settlement bank that is to pay. */
  readonly bank: number;
  /** Last second, in block time, in which the bank can accept it. */
  readonly expiresAt: number;
  /** Unused nonce of the obligor. */
  readonly obligorNonce: bigint;
  /** Unused nonce of the holder. */
  readonly holderNonce: bigint;
};
