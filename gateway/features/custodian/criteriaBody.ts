import { z } from "zod";
import { fields } from "../../openapi/fields.ts";

/** Digests of the evidence for a custodian's admission; the documents stay with the operator. */
export const criteriaBody = z.strictObject({
  storageCapability: fields.digest.describe("Of buildings, equipment, staff"),
  yearsInTrade: fields.digest.describe("Of its time in the trade"),
  operatingStandards: fields.digest.describe("Of the rules that it works by"),
  ownCredit: fields.digest.describe("Of its own credit, which technology doesn't replace"),
});
