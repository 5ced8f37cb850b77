import { z } from "zod";
import { memberRefBody } from "../shared/memberRefBody.ts";

/** A bank's wish to look at a certificate. */
export const viewRequestBody = z.object({
  viewRequest: z.string(),
  certificate: z.string(),
  bank: memberRefBody,
  holder: memberRefBody.nullable().describe("For the bank only once it is granted"),
  note: z.string(),
  state: z.enum(["open", "granted"]),
  askedAt: z.string(),
  grantedAt: z.string().nullable(),
});
