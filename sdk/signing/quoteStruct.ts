import type { Quote } from "./quote.ts";

/** A quote as `IFactoring.Quote` spells it. */
export function quoteStruct({ certificate, ...terms }: Quote) {
  return { ...terms, token: certificate };
}
