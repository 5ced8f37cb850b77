import { z } from "zod";
import { memberRefBody } from "../shared/memberRefBody.ts";

/** Something that stands between a receipt and its free use. */
export const receiptEncumbranceBody = z.object({
  kind: z.enum(["offer", "hold"]),
  id: z.string(),
  quantity: z.string(),
  party: memberRefBody.nullable().describe("Who may take what is offered"),
  contract: z.string().nullable().describe("Ledger contract that holds: its name or its address"),
  expiresAt: z.string(),
  firm: z.boolean().nullable().describe("It no longer expires by itself"),
  approvedPickUp: z.string().nullable().describe("Quantity that may be picked up of it"),
  approvedReplacement: z.string().nullable().describe("Digest of the replacement that may happen"),
});
