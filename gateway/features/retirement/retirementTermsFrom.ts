import type { RetirementTerms } from "@tallystick/sdk";
import { z } from "zod";

const integer = z.string().transform(BigInt);

const stored = z.object({
  certificate: integer,
  obligor: z.number(),
  holder: z.number(),
  value: integer,
  billTag: z.string(),
  tagEpoch: z.number(),
  earlierBillTags: z.array(z.object({ epoch: z.number(), tag: z.string() })),
  from: integer,
  to: integer,
  obligorNonce: integer,
  holderNonce: integer,
  billNumber: z.string(),
});

/** The terms of a proposed retirement, from the JSON that is kept of them, with the bill's number beside its tag. */
export function retirementTermsFrom(
  terms: unknown,
): RetirementTerms & { readonly billNumber: string } {
  return stored.parse(terms);
}
