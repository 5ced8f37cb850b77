import { z } from "zod";
import { memberRefBody } from "../shared/memberRefBody.ts";
import { signatureBody } from "../shared/signatureBody.ts";
import { receiptOrderKinds } from "./receiptOrderKinds.ts";
import { receiptOrderStatuses } from "./receiptOrderStatuses.ts";

/** A holder's signed order, which its custodian carries out. */
export const receiptOrderBody = z.object({
  order: z.string(),
  kind: z.enum(receiptOrderKinds),
  receipt: z.string(),
  lot: z.int(),
  unit: z.string(),
  holder: memberRefBody,
  custodian: memberRefBody,
  terms: z
    .object({
      quantity: z.string(),
      goods: z.string(),
      hold: z.string(),
      gate: z.string(),
      document: z.string(),
      newLot: z.int(),
      newQuantity: z.string(),
      termsDigest: z.string(),
    })
    .partial()
    .describe("Those of its kind"),
  status: z.enum(receiptOrderStatuses),
  nonce: z.string(),
  signature: signatureBody.describe("For a custodian that sends its own transaction"),
  orderedAt: z.string(),
  endedBy: z.string().nullable().describe("Transaction that carried it out or cancelled it"),
});
