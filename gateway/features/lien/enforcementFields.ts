import { fields } from "../../openapi/fields.ts";
import { ledgerFields } from "../../openapi/ledgerFields.ts";

/** How a lien is enforced, as its parties state it. */
export const enforcementFields = {
  value: ledgerFields.amountMinor.describe("What is sold, in the lien's unit"),
  buyer: fields.memberId.describe("The secured party, which takes over, or a member that pays"),
  priceMinor: ledgerFields.amountMinor.describe("Set off against the claim"),
  claimMinor: ledgerFields.amountMinor.describe("What the debtor owes and the lien secures"),
  currency: fields.currency,
  bank: fields.memberId.optional().describe("Settlement bank, where a buyer pays"),
  expiresAt: ledgerFields.seconds
    .optional()
    .describe("Until when the bank can accept the payment, where a buyer pays"),
} as const;
