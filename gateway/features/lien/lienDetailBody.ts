import { z } from "zod";
import { memberRefBody } from "../shared/memberRefBody.ts";
import { lienBody } from "./lienBody.ts";

/** A lien with what happened to it. */
export const lienDetailBody = lienBody.extend({
  changes: z
    .array(
      z.object({
        kind: z.enum(["settlement", "early-payment", "release", "enforcement", "goods"]),
        amount: z.string(),
        rest: z.string(),
        run: z.string().nullable().describe("Settlement run that paid it"),
        buyer: memberRefBody.nullable(),
        child: z.string().nullable().describe("Token that passed to the buyer"),
        priceMinor: z.string().nullable(),
        at: z.string(),
        transactionHash: z.string(),
      }),
    )
    .describe("How it became less, oldest first"),
  legalOrder: z
    .object({
      order: z.looseObject({}),
      documentDigest: z.string(),
      proposedBy: memberRefBody,
      proposedAccount: z.string(),
      proposedAt: z.string(),
      confirmedBy: memberRefBody.nullable(),
      confirmedAt: z.string().nullable(),
    })
    .nullable()
    .describe("The last enforcement that a legal account proposed"),
});
