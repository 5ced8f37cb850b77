import type { MemberRef } from "./page.ts";

/** A certificate in a list. */
export interface CertificateItem {
  readonly certificate: string;
  readonly receivable: number;
  readonly serial: number;
  readonly obligor: MemberRef;
  readonly holder: MemberRef;
  readonly valueMinor: string;
  readonly heldMinor: string;
  readonly freeMinor: string;
  readonly currency: string;
  readonly tier: number;
  readonly dueDate: string;
  readonly flags: readonly string[];
  readonly parent: string | null;
  readonly issuedAt: string;
}

/** One passing of value, from the root on. */
export interface Endorsement {
  readonly certificate: string;
  readonly from: MemberRef | null;
  readonly to: MemberRef | null;
  readonly valueMinor: string;
  readonly cause: string;
  readonly tradeReference: string | null;
  readonly at: string;
  readonly transactionHash: string;
  readonly tier: number;
}

/** Something that reserves or blocks value of a certificate. */
export interface Encumbrance {
  readonly kind: string;
  readonly id: string;
  readonly party: MemberRef | null;
  readonly valueMinor: string | null;
  readonly expiresAt: string | null;
}

/** A certificate with everything that its page shows. */
export interface CertificateDetail extends CertificateItem {
  readonly receivableSummary: {
    readonly amountMinor: string;
    readonly creditor: MemberRef;
    readonly state: string;
    readonly overdue: boolean;
    readonly confirmedAt: string | null;
    readonly acceptedAt: string | null;
    readonly deliveryDate: string;
    readonly documentRoot: string;
    readonly defenceWaiver: boolean;
    readonly noticeByLedger: boolean;
  };
  readonly endorsements: readonly Endorsement[];
  readonly encumbrances: readonly Encumbrance[];
}
