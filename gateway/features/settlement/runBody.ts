import { z } from "zod";
import { memberRefBody } from "../shared/memberRefBody.ts";

/** A settlement run as it is answered. */
export const runBody = z.object({
  run: z.string(),
  receivable: z.number(),
  instruction: z.string(),
  currency: z.string(),
  totalMinor: z.string(),
  paidMinor: z.string(),
  valueDate: z.string(),
  open: z.boolean(),
  openedAt: z.string(),
  closedAt: z.string().nullable(),
  legs: z
    .array(
      z.object({
        certificate: z.string(),
        state: z.enum(["settled", "waits", "freed", "undelivered"]),
        payee: memberRefBody.nullable(),
        faceMinor: z.string(),
        toPayeeMinor: z.string(),
        debtor: memberRefBody.nullable(),
        toDebtorMinor: z.string(),
        lateInterestMinor: z.string(),
        at: z.string(),
      }),
    )
    .describe("At most 500, in the order of payment; who is only paid by the run sees its own"),
});
