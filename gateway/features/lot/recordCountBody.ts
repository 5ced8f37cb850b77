import { countMethods } from "@tallystick/sdk";
import { z } from "zod";
import { fields } from "../../openapi/fields.ts";
import { ledgerFields } from "../../openapi/ledgerFields.ts";
import { actingAccount } from "../shared/actingAccount.ts";
import { signatureBody } from "../shared/signatureBody.ts";

/** A count: signed here with the caller's own key, or elsewhere by its counter or a device. */
export const recordCountBody = z.strictObject({
  quantity: ledgerFields.quantityOrZero.describe("Goods"),
  takenAt: ledgerFields.seconds.describe("After the last count and after the last goods that left"),
  method: z.enum(countMethods),
  evidence: fields.digest.describe("Digest of photographs, weighbridge tickets, device logs"),
  signed: signatureBody
    .extend({ counter: fields.memberId.describe("Who states it: the custodian or the counter") })
    .optional()
    .describe("A statement that was signed elsewhere; without it your own key signs"),
  actingAccount,
});
