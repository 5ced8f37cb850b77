import { fields } from "../../openapi/fields.ts";
import { ledgerFields } from "../../openapi/ledgerFields.ts";
import { expiryField } from "../paymentInstruction/expiryField.ts";

/** What obligor or holder proposes; the other terms follow from the certificate. */
export const proposalFields = {
  certificate: ledgerFields.certificate,
  faceMinor: ledgerFields.amountMinor.describe("Value that ends when it is paid"),
  paidMinor: ledgerFields.amountMinor.describe("What is paid for it; the rest is the discount"),
  bank: fields.memberId,
  expiresAt: expiryField,
} as const;
