import { z } from "zod";
import { memberRefBody } from "../shared/memberRefBody.ts";

/** A quote as it is answered to its two parties. */
export const quoteBody = z.object({
  quote: z.string(),
  request: z.string(),
  status: z
    .enum(["open", "accepted", "withdrawn", "expired", "void"])
    .describe("void: the financier's keys changed, so that its signature holds no more"),
  financing: z.string().nullable().describe("Once accepted"),
  certificate: z.string(),
  receivable: z.number(),
  financier: memberRefBody,
  holder: memberRefBody,
  obligor: memberRefBody,
  currency: z.string(),
  dueDate: z.string(),
  valueMinor: z.string(),
  principalMinor: z.string(),
  discountMinor: z.string(),
  feeMinor: z.string(),
  obligorInterestMinor: z.string(),
  recourse: z.boolean(),
  claimMinor: z.string(),
  buyBackPriceMinor: z.string().describe("0: the unpaid face"),
  bank: memberRefBody,
  registerBy: z.string(),
  payBy: z.string(),
  deadline: z.string(),
  termsDigest: z.string(),
  tagsCheckedAt: z
    .string()
    .describe("When the financier's gateway recomputed the receivable's tags from its invoices"),
  quotedAt: z.string(),
  signed: z
    .object({ account: z.string(), signature: z.string(), nonce: z.string(), epoch: z.number() })
    .describe("For a holder that sends its own transaction"),
});
