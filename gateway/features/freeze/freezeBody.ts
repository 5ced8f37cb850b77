import { z } from "zod";
import { memberRefBody } from "../shared/memberRefBody.ts";

/** A legal freeze or release: one account proposes, another one confirms. */
export const freezeBody = z.object({
  freeze: z.string(),
  certificate: z.string(),
  freezes: z.boolean().describe("False: it releases"),
  state: z.enum(["proposed", "confirmed"]),
  documentDigest: z.string(),
  valueMinor: z.string(),
  currency: z.string(),
  obligor: memberRefBody,
  holder: memberRefBody,
  proposedBy: memberRefBody,
  proposedAccount: z.string(),
  proposedAt: z.string(),
  confirmedBy: memberRefBody.nullable(),
  confirmedAccount: z.string().nullable(),
  confirmedAt: z.string().nullable(),
});
