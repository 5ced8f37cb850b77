import { ledgerHandlers } from "./apply/ledgerHandlers.ts";
import type { EventMeanings } from "./foldEvent.ts";
import { recordOnlyEvents } from "./recordOnlyEvents.ts";

/** What every event of the ledger means. */
export const ledgerMeanings: EventMeanings = {
  handlers: ledgerHandlers,
  recordOnly: new Set(recordOnlyEvents),
};
