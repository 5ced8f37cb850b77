import type { MemberRef } from "./page.ts";

/** An early payment that obligor or holder proposed. */
export interface EarlyPaymentProposal {
  readonly proposal: string;
  readonly status: string;
  readonly certificate: string;
  readonly obligor: MemberRef;
  readonly holder: MemberRef;
  readonly proposedBy: number;
  readonly currency: string;
  readonly faceMinor: string;
  readonly paidMinor: string;
  readonly discountMinor: string;
  readonly expiresAt: string;
}
