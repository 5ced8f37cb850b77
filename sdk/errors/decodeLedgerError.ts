import type { LedgerErrorContext } from "./errorContext.ts";
import type { LedgerError } from "./LedgerError.ts";
import { parseLedgerError } from "./parseLedgerError.ts";

type Lookup = ((key: number) => string | undefined | Promise<string | undefined>) | undefined;

/** What is unknown, or can't be found out now, is said by its number: the refusal itself must come through. */
async function resolve(lookup: Lookup, keys: Iterable<number>): Promise<Map<number, string>> {
  const found = new Map<number, string>();
  for (const key of keys) {
    const value = await Promise.resolve()
      .then(() => lookup?.(key))
      .catch(() => undefined);
    if (value !== undefined) found.set(key, value);
  }
  return found;
}

/**
 * Decodes the revert data of a call to any contract of a ledger: every custom error, also one that another contract or
 * an item of a batch passed on, and Solidity's own.
 *
 * @param data revert data in hex
 * @param context names and currencies for the sentence
 * @returns undefined when no contract of the ledger has such an error
 *
 * @example
 * import { decodeLedgerError, ledgerInterfaces } from "@tallystick/sdk";
 *
 * const cny = "0x434e59";
 * const data = ledgerInterfaces.receivables.encodeErrorResult("ReceivablesLimitExceeded", [
 *   7, cny, 500_000_000n, 420_000_000n, 100_000_000n,
 * ]);
 * const error = await decodeLedgerError(data, { memberName: () => "Huadong Steel" });
 * error.code // => "ReceivablesLimitExceeded"
 * error.args.asked // => 100_000_000n
 * error.message
 * // => "Huadong Steel's limit is 5,000,000.00 CNY, 4,200,000.00 is in use, this asks for 1,000,000.00."
 */
export async function decodeLedgerError(
  data: string,
  context: LedgerErrorContext = {},
): Promise<LedgerError | undefined> {
  // The first pass says which names the sentence needs; the second one has them.
  const members = new Set<number>();
  const receivables = new Set<number>();
  const { split } = context;
  const plain = parseLedgerError(data, {
    split,
    memberName: (member) => void members.add(member),
    currencyOf: (receivable) => void receivables.add(receivable),
  });
  if (members.size === 0 && receivables.size === 0) return plain;
  const names = await resolve(context.memberName, members);
  const currencies = await resolve(context.currencyOf, receivables);
  return parseLedgerError(data, {
    split,
    memberName: (member) => names.get(member),
    currencyOf: (receivable) => currencies.get(receivable),
  });
}
