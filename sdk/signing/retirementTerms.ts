/** What obligor and holder agree on when value leaves the ledger for a part of a bill. */
export type RetirementTerms = {
  /** Token id of the certificate. */
  readonly certificate: bigint;
  /** Member that owes it. */
  readonly obligor: number;
  /** Member that takes the bill instead. */
  readonly holder: number;
  /** Minor units that end; as long as the range. */
  readonly value: bigint;
  /** Fingerprint of the bill under the current key epoch, 32 bytes in hex. */
  readonly billTag: string;
  /** The current key epoch. */
  readonly tagEpoch: number;
  /** The bill's tag under every earlier epoch that still has unreleased claims, ascending. */
  readonly earlierBillTags: readonly { readonly epoch: number; readonly tag: string }[];
  /** First minor unit of the bill's range. */
  readonly from: bigint;
  /** The minor unit after its last one. */
  readonly to: bigint;
  /** Unused nonce of the obligor. */
  readonly obligorNonce: bigint;
  /** Unused nonce of the holder. */
  readonly holderNonce: bigint;
};
