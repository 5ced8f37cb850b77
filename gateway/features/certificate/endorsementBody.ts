import { z } from "zod";
import { memberRefBody } from "../shared/memberRefBody.ts";

/** One passing of value on the way from the root to a certificate. */
export const endorsementBody = z.object({
  certificate: z.string(),
  from: memberRefBody,
  to: memberRefBody,
  valueMinor: z.string(),
  cause: z.string().describe("split: the recipient split it off what it was passed"),
  tradeReference: z.string(),
  tier: z.int(),
  at: z.string(),
  transactionHash: z.string(),
});
