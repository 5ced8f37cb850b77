import { ledgerDay } from "../../api/ledgerDay.ts";

/** An invoice as a person types it. */
export interface InvoiceDraft {
  readonly key: string;
  readonly number: string;
  readonly face: string;
  readonly used: string;
}

/** A registration as far as it is filled in. */
export interface RegistrationDraft {
  readonly obligor: number | undefined;
  readonly currency: string;
  readonly delivery: string;
  readonly contractDue: string;
  readonly due: string;
  readonly longTerm: string;
  readonly interestShare: string;
  readonly defenceWaiver: boolean;
  readonly noticeByLedger: boolean;
  readonly documents: string | undefined;
  readonly invoices: readonly InvoiceDraft[];
}

/** What a new registration starts from. */
export const registrationDraft = {
  invoice: (): InvoiceDraft => ({ key: crypto.randomUUID(), number: "", face: "", used: "" }),
  empty: (): RegistrationDraft => ({
    obligor: undefined,
    currency: "CNY",
    delivery: ledgerDay.date(),
    contractDue: ledgerDay.date(45),
    due: ledgerDay.date(45),
    longTerm: "",
    interestShare: "0",
    defenceWaiver: true,
    noticeByLedger: true,
    documents: undefined,
    invoices: [registrationDraft.invoice()],
  }),
} as const;
