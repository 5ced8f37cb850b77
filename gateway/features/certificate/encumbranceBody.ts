import { z } from "zod";
import { memberRefBody } from "../shared/memberRefBody.ts";

/** Something that stands between a certificate and its free use. */
export const encumbranceBody = z.object({
  kind: z.enum(["offer", "hold", "financing", "early-payment", "freeze", "recourse"]),
  id: z.string(),
  valueMinor: z.string().nullable(),
  party: memberRefBody
    .nullable()
    .describe("Who may take it, finances it, froze it, or stands behind it with recourse"),
  expiresAt: z.string().nullable(),
  firm: z.boolean().nullable().describe("A bank accepted the payment that it hangs on"),
  documentDigest: z.string().nullable(),
});
