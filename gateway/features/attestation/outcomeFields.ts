import { z } from "zod";
import { fields } from "../../openapi/fields.ts";
import { ledgerFields } from "../../openapi/ledgerFields.ts";
import { referenceField } from "../reference/referenceField.ts";

/** What a bank says of an instruction; everything else of the attestation is the instruction's own. */
export const outcomeFields = {
  outcome: z.enum(["paid", "returned"]),
  amountMinor: ledgerFields.amountMinor
    .optional()
    .describe("The instruction's amount unless given; a settlement of the due day takes any"),
  bankReference: referenceField,
  valueDate: fields.civilDate,
  receiptDigest: fields.digest,
} as const;
