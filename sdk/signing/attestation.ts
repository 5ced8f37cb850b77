import type { Outcome } from "../vocabulary/outcomes.ts";

/** What a settlement bank says about a payment. */
export type Attestation = {
  /** Number of the instruction; 0 for a payment that names none. */
  readonly instruction: bigint;
  readonly outcome: Exclude<Outcome, "none">;
  /** Member that attests. */
  readonly bank: number;
  /** Salted digest of the account that paid. */
  readonly payerAccount: string;
  /** Salted digest of the account that was credited; zero on a settlement of the due day. */
  readonly payeeAccount: string;
  /** Minor units that were paid or returned. */
  readonly amount: bigint;
  /** ISO 4217. */
  readonly currency: string;
  /** Digest of the bank's own number of the payment, 32 bytes in hex; unique per bank and instruction. */
  readonly bankReference: string;
  /** `YYYY-MM-DD` on which it counts. */
  readonly valueDay: string;
  /** Digest of the bank's receipt, 32 bytes in hex. */
  readonly receiptDigest: string;
};
