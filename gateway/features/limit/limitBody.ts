import { z } from "zod";
import { memberRefBody } from "../shared/memberRefBody.ts";

/** What an obligor may owe at most in one currency, and what it owes. */
export const limitBody = z.object({
  obligor: memberRefBody,
  currency: z.string(),
  limitMinor: z.string().describe("What the obligor set; the ceiling binds where it is lower"),
  ceilingMinor: z.string().describe("What the operator allows"),
  inUseMinor: z.string().describe("Confirmed and still open"),
  freeMinor: z.string().describe("What can still be confirmed"),
});
