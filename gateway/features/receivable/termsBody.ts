import { feeKinds } from "@tallystick/sdk";
import { z } from "zod";
import { fields } from "../../openapi/fields.ts";
import { ledgerFields } from "../../openapi/ledgerFields.ts";
import { invoiceBody } from "./invoiceBody.ts";

/** Terms of a receivable as requests state them. */
export const termsBody = z.strictObject({
  obligor: fields.memberId,
  creditor: fields.memberId,
  amountMinor: ledgerFields.amountMinor,
  currency: fields.currency,
  deliveryDate: fields.civilDate,
  contractDueDate: fields.civilDate,
  dueDate: fields.civilDate,
  documentRoot: fields.digest.describe("Digest or Merkle root of the trade documents"),
  defenceWaiver: z.boolean(),
  noticeByLedger: z.boolean(),
  longTermReason: fields.digest.optional(),
  obligorInterestShareBasisPoints: z.int().min(0).max(10_000).default(0),
  invoices: z.array(invoiceBody).min(1).max(100),
  fees: z
    .array(
      z.strictObject({
        kind: z.enum(feeKinds),
        payer: fields.memberId,
        amountMinor: ledgerFields.amountMinor,
      }),
    )
    .max(20)
    .default([]),
  salt: fields.digest.optional().describe("Makes equal terms different; chosen unless given"),
});
