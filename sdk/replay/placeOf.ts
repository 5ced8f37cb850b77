import type { ReplayEvent } from "./replayEvent.ts";
import type { FindingPlace } from "./replayFinding.ts";

/** The place of an event. */
export function placeOf(event: ReplayEvent | undefined): FindingPlace {
  if (event === undefined) return { block: null, transaction: null, log: null };
  return { block: event.blockNumber, transaction: event.transactionHash, log: event.logIndex };
}
