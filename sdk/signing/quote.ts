/** A financier's quote: integer legs, since the ledger prices nothing. */
export type Quote = {
  /** Token id of the certificate that it buys from. */
  readonly certificate: bigint;
  /** Member that buys. */
  readonly financier: number;
  /** Member that sells. */
  readonly holder: number;
  /** Minor units that it buys: principal + discount + fee. */
  readonly value: bigint;
  /** What it pays to the holder. */
  readonly principal: bigint;
  /** Interest that the holder bears, kept back from the value. */
  readonly discount: bigint;
  /** The financier's fee, kept back as well. */
  readonly fee: bigint;
  /** Interest that the obligor bears and pays by its own instruction; within the share that it signed. */
  readonly obligorInterest: bigint;
  /** Whether the holder buys back at default. */
  readonly recourse: boolean;
  /** With recourse: what the financier may keep of payments; 0 without. */
  readonly claim: bigint;
  /** Price at default; 0 for the unpaid face. */
  readonly buyBackPrice: bigint;
  /** Settlement bank that executes the payments. */
  readonly bank: number;
  /** Block time in seconds until which the financier promises to have registered the assignment. */
  readonly registerBy: number;
  /** Block time in seconds until which a bank may accept the payment. */
  readonly payBy: number;
  /** EIP-712 struct hash of the receivable's terms. */
  readonly termsDigest: string;
  /** Unused nonce of the financier. */
  readonly nonce: bigint;
  /** Block time in seconds until which the quote may be accepted. */
  readonly deadline: number;
  /** Epoch of the financier. */
  readonly epoch: number;
};
