import type { Quote } from "@tallystick/sdk";
import { z } from "zod";

const integer = z.string().transform(BigInt);

const stored = z.object({
  certificate: integer,
  financier: z.number(),
  holder: z.number(),
  value: integer,
  principal: integer,
  discount: integer,
  fee: integer,
  obligorInterest: integer,
  recourse: z.boolean(),
  claim: integer,
  buyBackPrice: integer,
  bank: z.number(),
  registerBy: z.number(),
  payBy: z.number(),
  termsDigest: z.string(),
  nonce: integer,
  deadline: z.number(),
  epoch: z.number(),
});

/** The terms of a quote, from the JSON that is kept of them. */
export function quoteTermsFrom(terms: unknown): Quote {
  return stored.parse(terms);
}
