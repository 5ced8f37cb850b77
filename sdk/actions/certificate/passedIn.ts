import type { LedgerEvent } from "../../events/ledgerEvent.ts";

/** Token ids of the certificates that passes made, in their order. */
export function passedIn(events: readonly LedgerEvent[]): readonly bigint[] {
  return events.flatMap((event) => (event.name === "Passed" ? [event.args.id] : []));
}
