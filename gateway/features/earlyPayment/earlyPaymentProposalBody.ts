import { z } from "zod";
import { proposalBody } from "../proposal/proposalBody.ts";
import { memberRefBody } from "../shared/memberRefBody.ts";

/** A proposed early payment as it is answered. */
export const earlyPaymentProposalBody = proposalBody.extend({
  faceMinor: z.string(),
  paidMinor: z.string(),
  discountMinor: z.string(),
  bank: memberRefBody,
  expiresAt: z.string(),
  earlyPayment: z.string().nullable().describe("Once agreed"),
  instruction: z.string().nullable().describe("Once agreed"),
});
