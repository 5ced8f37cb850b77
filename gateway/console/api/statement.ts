import type { MemberRef } from "./page.ts";

/** One change of what a member holds or owes. */
export interface Movement {
  readonly event: string;
  readonly kind: string;
  readonly at: string;
  readonly certificate: string;
  readonly receivable: number;
  readonly counterparty: MemberRef | null;
  readonly reference: string | null;
  readonly amountMinor: string;
  readonly balanceMinor: string;
  readonly transactionHash: string;
}

/** Opening balance, movements, closing balance. */
export interface StatementBook {
  readonly openingMinor: string;
  readonly movements: readonly Movement[];
  readonly closingMinor: string;
  readonly projectedMinor: string | null;
  readonly agrees: boolean | null;
}

/** A payment that a bank attested. */
export interface StatementPayment {
  readonly instruction: string;
  readonly kind: string;
  readonly direction: "in" | "out";
  readonly amountMinor: string;
  readonly counterparty: MemberRef | null;
  readonly certificate: string | null;
  readonly bankReference: string | null;
  readonly valueDate: string | null;
  readonly at: string;
}

/** What a member held, owed, paid and got in a currency. */
export interface Statement {
  readonly member: MemberRef;
  readonly currency: string;
  readonly from: string;
  readonly to: string;
  readonly block: number;
  readonly time: string;
  readonly held: StatementBook;
  readonly owed: StatementBook;
  readonly payments: {
    readonly items: readonly StatementPayment[];
    readonly paidMinor: string;
    readonly receivedMinor: string;
  };
}
