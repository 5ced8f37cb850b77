import { z } from "zod";
import { memberRefBody } from "../shared/memberRefBody.ts";

const movement = z.object({
  event: z.string().describe("Key of the event that it is"),
  kind: z.enum([
    "issued",
    "received",
    "passed",
    "financed",
    "bought",
    "bought-back",
    "enforced",
    "settled",
    "retired",
  ]),
  at: z.string(),
  certificate: z.string(),
  receivable: z.int(),
  counterparty: memberRefBody.nullable(),
  reference: z.string().nullable().describe("Digest of the trade that a pass pays for"),
  amountMinor: z.string().describe("Negative where the balance became less"),
  balanceMinor: z.string().describe("After it"),
  transactionHash: z.string(),
});

const book = z.object({
  openingMinor: z.string(),
  movements: z.array(movement),
  closingMinor: z.string(),
  projectedMinor: z
    .string()
    .nullable()
    .describe("What the projection has now, where the period ends today or later"),
  agrees: z.boolean().nullable().describe("Whether the closing balance is that"),
});

/** What a member held, owed, paid and got in a currency, from a day to a day. */
export const statementBody = z.object({
  member: memberRefBody,
  currency: z.string(),
  from: z.string(),
  to: z.string(),
  block: z.int(),
  time: z.string().describe("The ledger's time at that block"),
  held: book.describe("Certificates that the member holds"),
  owed: book.describe("Certificates that the member owes as their obligor"),
  payments: z.object({
    items: z.array(
      z.object({
        instruction: z.string(),
        kind: z.string(),
        direction: z.enum(["in", "out"]),
        amountMinor: z.string(),
        counterparty: memberRefBody.nullable().describe("Null: the holders of record"),
        certificate: z.string().nullable(),
        bankReference: z.string().nullable(),
        valueDate: z.string().nullable(),
        at: z.string(),
      }),
    ),
    paidMinor: z.string(),
    receivedMinor: z.string(),
  }),
});
