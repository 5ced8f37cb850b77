import { type ReceivableTerms, termsFromEvent } from "@tallystick/sdk";
import { z } from "zod";

const integer = z.union([z.string(), z.int()]).transform((value) => BigInt(value));

const stored = z.object({
  obligor: integer,
  creditor: integer,
  amount: integer,
  currency: z.string(),
  deliveryDay: integer,
  contractDueDay: integer,
  dueDay: integer,
  documentRoot: z.string(),
  defenceWaiver: z.boolean(),
  noticeByLedger: z.boolean(),
  longTermReason: z.string(),
  obligorInterestShare: integer,
  epoch: integer,
  invoices: z.array(z.object({ tag: z.string(), exists: integer, amount: integer })),
  earlier: z.array(z.object({ epoch: integer, tags: z.array(z.string()) })),
  fees: z.array(z.object({ kind: integer, payer: integer, amount: integer })),
  salt: z.string(),
});

/** The terms of a receivable, from the JSON that the projection keeps of its registration. */
export function storedTerms(terms: unknown): ReceivableTerms {
  return termsFromEvent({ terms: stored.parse(terms) });
}
