import type { PledgedAsset } from "../liens/pledgedAsset.ts";

/** What a holder of record pledges. */
export type Pledge = {
  /** What the token is: a certificate, a receipt, or the address of another admitted token contract. */
  readonly asset: PledgedAsset;
  /** Token id. */
  readonly token: bigint;
  /** What it encumbers: minor units of a certificate, a count of a receipt's unit. */
  readonly amount: bigint;
  /** Member that is secured, a financier. */
  readonly securedParty: number;
  /** Block time in seconds until which it can become active. */
  readonly expiresAt: number;
  /** Digest of the pledge agreement, 32 bytes in hex. */
  readonly terms: string;
  /** Reference of the secured debt, 32 bytes in hex. */
  readonly debt: string;
  /** Member that the secured party appointed to control the goods (Guarantee Interpretation art. 55). */
  readonly supervisor?: number | undefined;
  /** Civil date (YYYY-MM-DD) on which goods were delivered whose price it secures (Civil Code art. 416). */
  readonly purchaseMoneyDay?: string | undefined;
};
