import type { CanonicalInvoiceIdentityParameters } from "../tags/canonicalInvoiceIdentity.ts";

/** What an invoice itself says, as far as a receivable needs it. It never leaves its owner. */
export type InvoiceDocument = CanonicalInvoiceIdentityParameters & {
  /** What the invoice is over, tax included, minor units. */
  readonly face: bigint;
  /** What of it the receivable uses, minor units; all of it unless given. */
  readonly used?: bigint | undefined;
};
