import type { LedgerEvent } from "../../events/ledgerEvent.ts";

/** Number of the unmatched payment that a transaction recorded. */
export function unmatchedIn(events: readonly LedgerEvent[]): bigint | undefined {
  for (const event of events) {
    if (event.name === "UnmatchedPayment") return event.args.unmatched;
  }
  return undefined;
}
