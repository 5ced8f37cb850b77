import { z } from "zod";
import { fields } from "../../openapi/fields.ts";
import { ledgerFields } from "../../openapi/ledgerFields.ts";
import { referenceField } from "../reference/referenceField.ts";
import { ledgerId } from "../shared/ledgerId.ts";

/** What is pledged, as its parties state it. */
export const pledgeFields = {
  asset: z.enum(["certificate", "receipt"]),
  token: ledgerId.describe("The certificate or the receipt, as decimal text"),
  amount: ledgerFields.amountMinor.describe(
    "Minor units of the certificate's currency, or a count of the receipt's unit",
  ),
  securedParty: fields.memberId.describe("A financier"),
  expiresAt: ledgerFields.seconds.describe("Until when it can become active, RFC 3339"),
  terms: fields.digest.describe("Digest of the pledge agreement"),
  debt: referenceField.describe("The secured debt: a contract's number, or its digest"),
  supervisor: fields.memberId
    .optional()
    .describe(
      "Whom the secured party appointed to control goods (Guarantee Interpretation art. 55)",
    ),
  purchaseMoneyDay: fields.civilDate
    .optional()
    .describe("Day on which goods were delivered whose price it secures (Civil Code art. 416)"),
} as const;
