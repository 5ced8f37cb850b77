import { z } from "zod";
import { memberRefBody } from "../shared/memberRefBody.ts";

/** A holder's request for financing as it is answered. */
export const financingRequestBody = z.object({
  request: z.string(),
  status: z
    .enum(["open", "financed", "withdrawn", "lapsed"])
    .describe("lapsed: the certificate has less free value now, passed on, or is due"),
  certificate: z.string(),
  receivable: z.number(),
  holder: memberRefBody,
  obligor: memberRefBody,
  currency: z.string(),
  valueMinor: z.string(),
  dueDate: z.string(),
  tier: z.number(),
  financiers: z.array(memberRefBody).describe("Whom the holder asked; empty: every financier"),
  note: z.string(),
  quotes: z.number().describe("Quotes that you may see"),
  requestedAt: z.string(),
});
