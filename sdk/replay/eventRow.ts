import type { ReplayEvent } from "./replayEvent.ts";
import type { Row } from "./replayTables.ts";

/** An event as table `event` records it. */
export function eventRow(event: ReplayEvent, members: readonly bigint[]): Row {
  return {
    key: event.key,
    block_number: event.blockNumber,
    block_hash: event.blockHash,
    block_time: event.blockTime,
    transaction_hash: event.transactionHash,
    contract: event.contract,
    name: event.name,
    args: event.args,
    ref: event.ref ?? null,
    members,
  };
}
