import { z } from "zod";
import { fields } from "../../openapi/fields.ts";
import { ledgerFields } from "../../openapi/ledgerFields.ts";
import { partyIdBody } from "../shared/partyIdBody.ts";

/** An invoice as registrations name it. Its number stays off the ledger: only a tag goes on it. */
export const invoiceBody = z.strictObject({
  number: z.string().min(1).max(200),
  code: z.string().max(200).optional().describe("Code of an old VAT invoice"),
  sellerId: partyIdBody.optional().describe("Who issued it; the creditor unless given"),
  buyerId: partyIdBody.optional().describe("Only where the seller numbers invoices per buyer"),
  issuedDate: fields.civilDate.optional().describe("When it was issued; the delivery unless given"),
  faceMinor: ledgerFields.amountMinor,
  usedMinor: ledgerFields.amountMinor,
});
