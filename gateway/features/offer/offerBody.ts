import { z } from "zod";
import { memberRefBody } from "../shared/memberRefBody.ts";

/** An offer: value that one member holds ready for another one. */
export const offerBody = z.object({
  offer: z.string(),
  certificate: z.string().describe("The certificate that it is a part of"),
  receivable: z.int(),
  from: memberRefBody,
  to: memberRefBody,
  obligor: memberRefBody,
  valueMinor: z.string(),
  currency: z.string(),
  dueDate: z.string(),
  tier: z.int().describe("Tier that the recipient's certificate has or would have"),
  tradeReference: z.string(),
  state: z.enum(["open", "accepted", "declined", "cancelled", "expired"]),
  expiresAt: z.string(),
  isExpired: z.boolean().describe("Open and past its time: nobody can take it, anyone may end it"),
  child: z.string().nullable().describe("The recipient's certificate, once accepted"),
  offeredAt: z.string(),
  endedAt: z.string().nullable(),
});
