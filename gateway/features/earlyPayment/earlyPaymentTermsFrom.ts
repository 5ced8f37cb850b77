import type { EarlyPaymentTerms } from "@tallystick/sdk";
import { z } from "zod";

const integer = z.string().transform(BigInt);

const stored = z.object({
  certificate: integer,
  obligor: z.number(),
  holder: z.number(),
  face: integer,
  paid: integer,
  bank: z.number(),
  expiresAt: z.number(),
  obligorNonce: integer,
  holderNonce: integer,
});

/** The terms of a proposed early payment, from the JSON that is kept of them. */
export function earlyPaymentTermsFrom(terms: unknown): EarlyPaymentTerms {
  return stored.parse(terms);
}
