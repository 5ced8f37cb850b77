import { contractOf } from "./contractOf.ts";
import { currencyCode } from "./currencyCode.ts";
import type { Ledger } from "./ledger.ts";

/** Looks the currency of a receivable up on the ledger; it never changes, so each is asked for once. */
export function chainCurrencyOf(
  ledger: Pick<Ledger, "deployment" | "provider">,
): (receivable: number) => Promise<string> {
  const known = new Map<number, string>();
  return async (receivable) => {
    const found = known.get(receivable);
    if (found !== undefined) return found;
    const { currency } = await contractOf(ledger, "receivables").receivableOf(receivable);
    const code = currencyCode(currency);
    known.set(receivable, code);
    return code;
  };
}
