import type { MemberRef } from "./page.ts";

/** An account as an instruction names it: its number is only told to the bank and its owner. */
export interface BankAccount {
  readonly digest: string;
  readonly bank: string | null;
  readonly number: string | null;
}

/** A payment that a bank is asked to make. */
export interface Instruction {
  readonly instruction: string;
  readonly kind: string;
  readonly state: string;
  readonly payer: MemberRef;
  readonly payee: MemberRef | null;
  readonly bank: MemberRef;
  readonly amountMinor: string;
  readonly currency: string;
  readonly receivable: number;
  readonly certificate: string | null;
  readonly legs: readonly {
    readonly kind: string;
    readonly faceMinor: string;
    readonly paidMinor: string;
  }[];
  readonly payerAccount: BankAccount;
  readonly payeeAccount: BankAccount | null;
  readonly issuedAt: string;
  readonly expiresAt: string;
  readonly valueDate: string | null;
  readonly paidMinor: string | null;
  readonly bankReference: string | null;
  readonly receiptDigest: string | null;
  readonly endProposedBy: readonly number[];
  readonly contestedBy: readonly number[];
  readonly finishedAt: string | null;
  readonly run: string | null;
}

/** Money that waits for its instruction. */
export interface Unmatched {
  readonly unmatched: string;
  readonly bank: MemberRef;
  readonly amountMinor: string;
  readonly currency: string;
  readonly excess: boolean;
  readonly instruction: string | null;
  readonly bankReference: string;
  readonly valueDate: string;
  readonly payerAccount: string;
  readonly matchProposed: readonly { readonly by: MemberRef; readonly instruction: string }[];
  readonly matchedInstruction: string | null;
  readonly recordedAt: string;
}

/** What a settlement run paid to whom. */
export interface Run {
  readonly run: string;
  readonly receivable: number;
  readonly instruction: string;
  readonly currency: string;
  readonly totalMinor: string;
  readonly paidMinor: string;
  readonly valueDate: string;
  readonly open: boolean;
  readonly legs: readonly {
    readonly certificate: string;
    readonly state: string;
    readonly payee: MemberRef | null;
    readonly faceMinor: string;
    readonly toPayeeMinor: string;
    readonly lateInterestMinor: string;
  }[];
}
