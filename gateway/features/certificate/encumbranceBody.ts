import { z } from "zod";
import { memberRefBody } from "../shared/memberRefBody.ts";

/** Something that stands between a certificate and its free use. */
export const encumbranceBody = z.object({
  kind: z.enum(["offer", "hold", "lien", "financing", "early-payment", "freeze", "recourse"]),
  id: z.string(),
  valueMinor: z.string().nullable().describe("Null for a lien that is not yours to see into"),
  party: memberRefBody
    .nullable()
    .describe(
      "Who may take it, finances it, is secured by it, froze it, or stands behind it with recourse",
    ),
  expiresAt: z.string().nullable(),
  firm: z.boolean().nullable().describe("A bank accepted the payment that it hangs on"),
  documentDigest: z.string().nullable(),
  lienState: z.string().nullable().describe("Where a lien stands"),
});
