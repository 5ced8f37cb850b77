import type { ReplayEvent } from "@tallystick/sdk";
import { createEventDecoder } from "../chain/createEventDecoder.ts";
import { NodeFault } from "../chain/nodeFault.ts";
import { readBlock } from "../chain/readBlock.ts";
import type { Rpc } from "../chain/rpc.ts";
import type { Inclusion } from "../outbox/outbox.ts";
import type { Ledger } from "./ledger.ts";

/** What a call did. Its rows are projected by the time the caller gets this. */
export interface ExecutedCall extends Inclusion {
  /** Its events, decoded when asked for: most callers have the SDK read the logs. */
  events(): Promise<readonly ReplayEvent[]>;
}

/** Adds a way to its decoded events to an inclusion. */
export function describeInclusion(
  ledger: Ledger,
  rpc: Rpc,
): (inclusion: Inclusion) => ExecutedCall {
  const decoder = createEventDecoder(ledger.contracts);
  return (inclusion) => ({
    ...inclusion,
    async events() {
      const block = await readBlock(rpc, inclusion.blockNumber);
      if (block?.hash !== inclusion.blockHash)
        throw new NodeFault(`The node does not have block ${inclusion.blockNumber} as it gave it.`);
      const blockTime = new Date(block.timestamp * 1000);
      return inclusion.logs.flatMap((log) => decoder.decode(log, blockTime) ?? []);
    },
  });
}
