import type { CertificateDetail } from "./certificate.ts";
import type { MemberRef } from "./page.ts";

/** A holder's question for quotes. */
export interface FinancingRequest {
  readonly request: string;
  readonly certificate: string;
  readonly holder: MemberRef;
  readonly obligor: MemberRef;
  readonly valueMinor: string;
  readonly currency: string;
  readonly dueDate: string;
  readonly tier: number;
  readonly financiers: readonly MemberRef[];
  readonly note: string;
  readonly status: string;
  readonly quotes: number;
  readonly requestedAt: string;
}

/** The same with what a financier checks before it quotes. */
export interface FinancingRequestDetail extends FinancingRequest {
  readonly provenance: CertificateDetail & {
    readonly receivableSummary: { readonly obligorInterestShareBasisPoints: number };
  };
  readonly offered: readonly Quote[];
}

/** A financier's signed price: whole legs. */
export interface Quote {
  readonly quote: string;
  readonly request: string;
  readonly certificate: string;
  readonly financier: MemberRef;
  readonly holder: MemberRef;
  readonly obligor: MemberRef;
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
  readonly status: string;
  readonly quotedAt: string;
}

/** An accepted quote and what became of it. */
export interface Financing {
  readonly financing: string;
  readonly state: string;
  readonly certificate: string;
  readonly child: string | null;
  readonly financier: MemberRef;
  readonly holder: MemberRef;
  readonly obligor: MemberRef;
  readonly bank: MemberRef;
  readonly currency: string;
  readonly dueDate: string;
  readonly valueMinor: string;
  readonly principalMinor: string;
  readonly recourse: boolean;
  readonly registerBy: string;
  readonly payBy: string;
  readonly registryNumber: string | null;
  readonly registeredAt: string | null;
  readonly instruction: string | null;
  readonly acceptedAt: string;
}
