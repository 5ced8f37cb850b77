import type { LedgerEvent } from "../events/ledgerEvent.ts";

/** How many of a transaction's events have one of these names. */
export function countOf(
  events: readonly LedgerEvent[],
  names: readonly LedgerEvent["name"][],
): number {
  return events.filter(({ name }) => names.includes(name)).length;
}
