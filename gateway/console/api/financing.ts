import type { CertificateDetail } from "./certificate.ts";
import type { MemberRef } from "./page.ts";

/** A holder's question for quotes. */
export interface FinancingRequest {
  readonly financingRequest: string;
  readonly certificate: string;
  readonly holder: MemberRef;
  readonly obligor: MemberRef;
  readonly valueMinor: string;
  readonly currency: string;
  readonly dueDate: string;
  readonly financiers: readonly MemberRef[];
  readonly note: string;
  readonly state: string;
  readonly requestedAt: string;
}

/** The same with what a financier checks before it quotes. */
export interface FinancingRequestDetail extends FinancingRequest {
  readonly provenance: CertificateDetail;
}

/** A financier's signed price: whole legs. */
export interface Quote {
  readonly quote: string;
  readonly financingRequest: string;
  readonly certificate: string;
  readonly financier: MemberRef;
  readonly holder: MemberRef;
  readonly valueMinor: string;
  readonly currency: string;
  readonly dueDate: string;
  readonly principalMinor: string;
  readonly discountMinor: string;
  readonly feeMinor: string;
  readonly obligorInterestMinor: string;
  readonly recourse: boolean;
  readonly claimMinor: string;
  readonly buyBackPriceMinor: string;
  readonly bank: MemberRef;
  readonly registerBy: string;
  readonly payBy: string;
  readonly deadline: string;
  readonly state: string;
  readonly quotedAt: string;
}

/** An accepted quote and what became of it. */
export interface Financing {
  readonly financing: string;
  readonly certificate: string;
  readonly child: string | null;
  readonly holder: MemberRef;
  readonly financier: MemberRef;
  readonly obligor: MemberRef;
  readonly bank: MemberRef;
  readonly currency: string;
  readonly valueMinor: string;
  readonly principalMinor: string;
  readonly discountMinor: string;
  readonly feeMinor: string;
  readonly recourse: boolean;
  readonly registerBy: string;
  readonly registryNumber: string | null;
  readonly registeredAt: string | null;
  readonly instruction: string | null;
  readonly state: string;
  readonly acceptedAt: string;
}
