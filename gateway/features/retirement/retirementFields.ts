import { z } from "zod";
import { ledgerFields } from "../../openapi/ledgerFields.ts";

/** What obligor or holder proposes; the other terms follow from the certificate. */
export const retirementFields = z.strictObject({
  certificate: ledgerFields.certificate,
  valueMinor: ledgerFields.amountMinor.describe("Value that ends; as long as the bill's range"),
  billNumber: z.string().min(1).max(200),
  from: ledgerFields.amountMinorOrZero.describe("First minor unit of the bill's range"),
  to: ledgerFields.amountMinor.describe("The minor unit after its last one"),
  expiresAt: ledgerFields.seconds
    .optional()
    .describe("Until when the other party may agree; 7 days unless given"),
});
