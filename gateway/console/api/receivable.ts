import type { MemberRef } from "./page.ts";

/** A receivable in a list. */
export interface ReceivableItem {
  readonly receivable: number;
  readonly obligor: MemberRef;
  readonly creditor: MemberRef;
  readonly amountMinor: string;
  readonly currency: string;
  readonly deliveryDate: string;
  readonly contractDueDate: string;
  readonly dueDate: string;
  readonly state: string;
  readonly overdue: boolean;
  readonly liveMinor: string;
  readonly settledMinor: string;
  readonly retiredMinor: string;
  readonly waitingMinor: string;
  readonly documentRoot: string;
  readonly defenceWaiver: boolean;
  readonly noticeByLedger: boolean;
  readonly obligorInterestShareBasisPoints: number;
  readonly rules: number | null;
  readonly registeredAt: string;
  readonly acceptBy: string | null;
  readonly confirmedAt: string | null;
  readonly acceptedAt: string | null;
  readonly rootCertificate: string | null;
}

/** A receivable with what its page shows. */
export interface ReceivableDetail extends ReceivableItem {
  readonly invoices: readonly {
    readonly tag: string;
    readonly faceMinor: string;
    readonly usedMinor: string;
    /** What the invoice is over, less its credit notes. */
    readonly leftMinor: string;
    /** Whether more of it is used than is left. */
    readonly short: boolean;
    readonly number: string | null;
  }[];
  readonly creditNotes: readonly {
    readonly invoice: number;
    readonly amountMinor: string;
    readonly tag: string;
    readonly recordedAt: string;
  }[];
  readonly fees: readonly {
    readonly kind: string;
    readonly payer: MemberRef;
    readonly amountMinor: string;
  }[];
  readonly settlement: {
    readonly openRun: string | null;
    readonly queued: readonly { readonly instruction: string; readonly amountMinor: string }[];
    readonly runs: readonly {
      readonly run: string;
      readonly instruction: string;
      readonly totalMinor: string;
      readonly paidMinor: string;
      readonly valueDate: string;
      readonly open: boolean;
    }[];
  };
}
