import type { LedgerEvent } from "../chain/ledgerEvent.ts";
import type { Queryable } from "../database/database.ts";
import { insertRows } from "../database/insertRows.ts";
import { membersInvolved } from "./membersInvolved.ts";

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

/** Appends events to the log that subscribers read and everything else could be rebuilt from. */
export async function recordEvents(
  transaction: Queryable,
  events: readonly LedgerEvent[],
): Promise<void> {
  const rows = events.map((event) => ({
    key: event.key,
    block_number: event.blockNumber,
    block_hash: event.blockHash,
    block_time: event.blockTime,
    transaction_hash: event.transactionHash,
    contract: event.contract,
    name: event.name,
    args: event.args,
    ref: event.ref ?? null,
    members: membersInvolved(event.args),
  }));
  await insertRows(transaction, "projected.event", columns, rows);
}
