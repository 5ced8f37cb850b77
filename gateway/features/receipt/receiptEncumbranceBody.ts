import { z } from "zod";
import { memberRefBody } from "../shared/memberRefBody.ts";

/** Something that stands between a receipt and its free use. */
export const receiptEncumbranceBody = z.object({
  kind: z.enum(["offer", "hold", "lien"]),
  id: z.string(),
  quantity: z.string().nullable().describe("Null for a lien that is not yours to see into"),
  party: memberRefBody
    .nullable()
    .describe("Who may take what is offered, or is secured by a lien: whom to call"),
  contract: z.string().nullable().describe("Ledger contract that holds: its name or its address"),
  expiresAt: z.string().nullable(),
  firm: z.boolean().nullable().describe("It no longer expires by itself"),
  approvedPickUp: z.string().nullable().describe("Quantity that may be picked up of it"),
  approvedReplacement: z.string().nullable().describe("Digest of the replacement that may happen"),
  lienState: z.string().nullable().describe("Where a lien stands"),
});
