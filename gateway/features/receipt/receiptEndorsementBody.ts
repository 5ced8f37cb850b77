import { z } from "zod";
import { memberRefBody } from "../shared/memberRefBody.ts";

/** One passing of a quantity on the way from the issue to a receipt. */
export const receiptEndorsementBody = z.object({
  receipt: z.string(),
  from: memberRefBody,
  to: memberRefBody,
  quantity: z.string(),
  cause: z.string().describe("split: the recipient split it off what it was passed"),
  tradeReference: z.string(),
  tier: z.int(),
  at: z.string(),
  transactionHash: z.string(),
});
