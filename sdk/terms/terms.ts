import type { FeeKind } from "../vocabulary/feeKinds.ts";

/** One invoice that a receivable is made of, as the ledger sees it: blind. */
export type InvoiceUse = {
  /** Fingerprint of the invoice, 32 bytes in hex. */
  readonly tag: string;
  /** What the invoice is over, minor units. */
  readonly face: bigint;
  /** What of it this receivable uses, minor units. */
  readonly used: bigint;
};

/** Tags of a receivable's invoices, in their order, under a key epoch before the current one. */
export type EarlierTags = {
  readonly epoch: number;
  /** 32 bytes in hex each. */
  readonly tags: readonly string[];
};

/** A fee that the parties agreed on outside the ledger. */
export type ReceivableFee = {
  readonly kind: FeeKind;
  /** Member that pays it: obligor or creditor. */
  readonly payer: number;
  /** Minor units. */
  readonly amount: bigint;
};

/** Every term of a receivable, which its parties sign. */
export type ReceivableTerms = {
  /** Member that owes. */
  readonly obligor: number;
  /** Member that is owed. */
  readonly creditor: number;
  /** What is owed, minor units; the used parts of the invoices add up to it. */
  readonly amount: bigint;
  /** ISO 4217. */
  readonly currency: string;
  /** `YYYY-MM-DD` of delivery, or of the inspection where that is a condition. */
  readonly deliveryDay: string;
  /** `YYYY-MM-DD` on which the trade contract makes it due. */
  readonly contractDueDay: string;
  /** `YYYY-MM-DD` on which the obligor promises to pay; it never moves. */
  readonly dueDay: string;
  /** Digest or Merkle root of the trade documents, 32 bytes in hex. */
  readonly documentRoot: string;
  /** Whether the obligor waives its defences against assignees (Civil Code art. 548). */
  readonly defenceWaiver: boolean;
  /** Whether the ledger's events are notice of assignment to the obligor (Civil Code art. 546). */
  readonly noticeByLedger: boolean;
  /** Digest of the reason why a small creditor waits longer than the rules allow; zero if it does not. */
  readonly longTermReason: string;
  /** Most of a financier's quoted interest that the obligor bears, in basis points. */
  readonly obligorInterestShare: number;
  /** Key epoch of the invoices' tags: the current one. */
  readonly epoch: number;
  readonly invoices: readonly InvoiceUse[];
  /** Tags of the same invoices under every earlier epoch that still has unreleased claims, ascending. */
  readonly earlier: readonly EarlierTags[];
  readonly fees: readonly ReceivableFee[];
  /** 32 bytes in hex: makes equal terms different, so that they can be registered again. */
  readonly salt: string;
};
