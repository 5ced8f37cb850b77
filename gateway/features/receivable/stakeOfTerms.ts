import type { z } from "zod";
import type { Stake } from "../../openapi/stake.ts";
import type { termsBody } from "./termsBody.ts";

type Stated = Pick<z.output<typeof termsBody>, "amountMinor" | "currency" | "obligor" | "creditor">;

/** What terms that a request states in full are about. */
export function stakeOfTerms({ amountMinor, currency, obligor, creditor }: Stated): Stake {
  return { amounts: [{ currency, amountMinor }], parties: [obligor, creditor] };
}
