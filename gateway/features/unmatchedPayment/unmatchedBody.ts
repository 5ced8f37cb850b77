import { z } from "zod";
import { memberRefBody } from "../shared/memberRefBody.ts";

/** Money that waits for an instruction, as it is answered. */
export const unmatchedBody = z.object({
  unmatched: z.string(),
  bank: memberRefBody,
  amountMinor: z.string(),
  currency: z.string(),
  excess: z.boolean().describe("Whether it is the part of a paid instruction that was not needed"),
  instruction: z.string().nullable().describe("Instruction that the bank named"),
  bankReference: z.string(),
  valueDate: z.string(),
  payerAccount: z.string().describe("Salted digest"),
  payeeAccount: z.string().describe("Salted digest"),
  matchProposed: z.array(z.object({ by: memberRefBody, instruction: z.string() })),
  matchedInstruction: z.string().nullable(),
  recordedAt: z.string(),
});
