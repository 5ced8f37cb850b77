import { fields } from "../../openapi/fields.ts";
import { ledgerFields } from "../../openapi/ledgerFields.ts";
import { nonceField } from "../shared/nonceField.ts";

/** Terms of an early payment of pledged value; obligor, holder and secured party sign the same ones. */
export const earlyPaymentFields = {
  faceMinor: ledgerFields.amountMinor.describe("Value that ends, of certificate and lien"),
  paidMinor: ledgerFields.amountMinor.describe("What the secured party is paid for it"),
  bank: fields.memberId.describe("Settlement bank that is to pay"),
  expiresAt: ledgerFields.seconds.describe("Until when the bank can accept it, RFC 3339"),
  obligorNonce: nonceField,
  holderNonce: nonceField,
  securedPartyNonce: nonceField,
} as const;
