import { z } from "zod";
import { memberRefBody } from "../shared/memberRefBody.ts";

/** The legal order of the interests in one position. */
export const rankBody = z.object({
  law: z.enum(["receivable", "goods"]).describe("Which law ranks"),
  interests: z
    .array(
      z.object({
        kind: z.enum(["pledge", "factoring"]),
        id: z.string().describe("The lien or the financing"),
        party: memberRefBody.describe("Whom to call"),
        rank: z
          .int()
          .nullable()
          .describe("1 is satisfied first, equals share; null for what doesn't exist in law yet"),
        chainOrder: z.int().describe("Order in which the ledger took it: evidence, not priority"),
        basis: z.enum([
          "purchase-money",
          "registration",
          "notice",
          "publicity",
          "pro-rata",
          "not-effective",
        ]),
        articles: z.array(z.string()),
        why: z.object({ en: z.string(), zh: z.string() }),
        registeredAt: z.string().nullable(),
        amount: z.string().nullable().describe("Null where it is not yours to see"),
        share: z
          .object({ part: z.string(), of: z.string() })
          .nullable()
          .describe("Its part among equals; null for a rank of its own, or not yours to see"),
      }),
    )
    .describe("In the legal order; what doesn't exist in law comes last"),
  block: z.int().describe("The ledger as of this block"),
});
