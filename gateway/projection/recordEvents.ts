import { eventRow, type ReplayEvent } from "@tallystick/sdk";
import type { Queryable } from "../database/database.ts";
import { insertRows } from "../database/insertRows.ts";

const columns = {
  key: "text",
  block_number: "int8",
  block_hash: "text",
  block_time: "timestamptz",
  transaction_hash: "text",
  contract: "text",
  name: "text",
  args: "jsonb",
  ref: "text",
  members: "int8[]",
};

/** An event and who may see it beside the members that oversee. */
export interface RecordedEvent extends ReplayEvent {
  readonly members: readonly bigint[];
}

/** Appends events to the log that subscribers read and everything else could be rebuilt from. */
export async function recordEvents(
  transaction: Queryable,
  events: readonly RecordedEvent[],
): Promise<void> {
  const rows = events.map((event) => eventRow(event, event.members));
  await insertRows(transaction, "projected.event", columns, rows);
}
