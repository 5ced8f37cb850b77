import type { PartyId } from "../identity/partyId.ts";

/** What loose and near identities of an invoice are made of. */
export type ApproximateInvoice = {
  /** Who issued the invoice. */
  readonly sellerId: PartyId;
  /** Whom it is addressed to. */
  readonly buyerId: PartyId;
  /** The total with tax, minor units. */
  readonly amount: bigint;
  /** ISO 4217 code. */
  readonly currency: string;
  /** When it was issued, `YYYY-MM-DD`. */
  readonly issued: string;
};
