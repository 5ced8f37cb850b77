import { MoneyError } from "../errors/MoneyError.ts";
import { formatPartyId } from "../identity/formatPartyId.ts";
import { currencyExponent } from "../money/currencyExponent.ts";
import { parseCivilDate } from "../time/parseCivilDate.ts";
import type { ApproximateInvoice } from "./approximateInvoice.ts";

/** Checks an invoice's parties, amount and day, and spells them canonically. */
export function approximateParts(invoice: ApproximateInvoice): {
  readonly parties: readonly [string, string];
  readonly issued: string;
} {
  const { sellerId, buyerId, amount, currency, issued } = invoice;
  currencyExponent(currency);
  if (amount < 0n) {
    throw new MoneyError("money-negative", "An invoice's amount is not below zero.");
  }
  return {
    parties: [formatPartyId(sellerId), formatPartyId(buyerId)],
    issued: parseCivilDate(issued),
  };
}
