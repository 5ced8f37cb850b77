import { z } from "zod";
import { memberRefBody } from "../shared/memberRefBody.ts";

/** An agreed early payment as it is answered. */
export const earlyPaymentBody = z.object({
  earlyPayment: z.string(),
  certificate: z.string(),
  obligor: memberRefBody,
  holder: memberRefBody,
  lien: z.string().nullable().describe("Lien over the value that ends; null where it is free"),
  securedParty: memberRefBody.nullable().describe("Who is paid, where the value is pledged"),
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
