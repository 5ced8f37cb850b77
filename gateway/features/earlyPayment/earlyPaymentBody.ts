import { z } from "zod";
import { memberRefBody } from "../shared/memberRefBody.ts";

/** An agreed early payment as it is answered. */
export const earlyPaymentBody = z.object({
  earlyPayment: z.string(),
  certificate: z.string(),
  obligor: memberRefBody,
  holder: memberRefBody,
  faceMinor: z.string(),
  paidMinor: z.string(),
  currency: z.string(),
  instruction: z.string(),
  obligorOverdue: z
    .boolean()
    .describe("Whether the obligor was overdue elsewhere: it may prefer one creditor over others"),
  state: z.enum(["agreed", "waits", "settled", "failed"]),
  agreedAt: z.string(),
  finishedAt: z.string().nullable(),
});
