import { reportedEvents } from "../reportedEvents.ts";
import type { ReportSource } from "../reportSource.ts";
import { Fields } from "./Fields.ts";

/** An event that the report tells as history. */
export interface ReportedEvent {
  /** `contract.Event`. */
  readonly name: string;
  /** Block, transaction and log, sortable as text. */
  readonly key: string;
  readonly block: number;
  /** Seconds since 1970. */
  readonly time: number;
  readonly args: Fields;
}

/** The reported events of a state, in the order of the chain. */
export function readEvents(source: ReportSource): readonly ReportedEvent[] {
  const events: ReportedEvent[] = [];
  for (const raw of source.rows("event")) {
    const name = `${String(raw["contract"])}.${String(raw["name"])}`;
    if (!reportedEvents.has(name)) continue;
    const row = new Fields(raw, "event");
    events.push({
      name,
      key: row.text("key"),
      block: row.number("block_number"),
      time: row.time("block_time"),
      args: row.inside("args"),
    });
  }
  return events.sort((left, right) => (left.key < right.key ? -1 : 1));
}
