import { z } from "zod";
import { memberRefBody } from "../shared/memberRefBody.ts";

/** An offer of a receipt: a quantity that one member holds ready for another one. */
export const receiptOfferBody = z.object({
  receiptOffer: z.string(),
  receipt: z.string().describe("The receipt that it is a part of"),
  lot: z.int(),
  custodian: memberRefBody,
  from: memberRefBody,
  to: memberRefBody,
  quantity: z.string(),
  unit: z.string(),
  storageUntil: z.string(),
  tier: z.int().describe("Tier that the recipient's receipt has or would have"),
  tradeReference: z.string(),
  state: z.enum(["open", "accepted", "declined", "cancelled", "expired"]),
  expiresAt: z.string(),
  isExpired: z.boolean().describe("Open and past its time: nobody can take it, anyone may end it"),
  child: z.string().nullable().describe("The recipient's receipt, once accepted"),
  offeredAt: z.string(),
  endedAt: z.string().nullable(),
});
