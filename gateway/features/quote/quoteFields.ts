import { z } from "zod";
import { fields } from "../../openapi/fields.ts";
import { ledgerFields } from "../../openapi/ledgerFields.ts";

/** What a financier states of a quote; parties, value and terms follow from the request. */
export const quoteFields = z.strictObject({
  principalMinor: ledgerFields.amountMinor.describe("What is paid to the holder"),
  discountMinor: ledgerFields.amountMinorOrZero.describe("Interest that the holder bears"),
  feeMinor: ledgerFields.amountMinorOrZero,
  obligorInterestMinor: ledgerFields.amountMinorOrZero.optional(),
  recourse: z.boolean(),
  claimMinor: ledgerFields.amountMinor
    .optional()
    .describe("With recourse: what the financier may keep of payments; the value unless given"),
  buyBackPriceMinor: ledgerFields.amountMinorOrZero
    .optional()
    .describe("Price at default; the unpaid face unless given"),
  bank: fields.memberId,
  registerBy: ledgerFields.seconds.describe("Until when the assignment is registered, RFC 3339"),
  payBy: ledgerFields.seconds
    .optional()
    .describe("Until when a bank may accept the payment; 3 days after `registerBy` unless given"),
  deadline: ledgerFields.seconds.describe("Until when the quote may be accepted, RFC 3339"),
});
