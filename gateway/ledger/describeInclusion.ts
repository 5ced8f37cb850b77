import { createEventDecoder } from "../chain/createEventDecoder.ts";
import type { LedgerEvent } from "../chain/ledgerEvent.ts";
import { readBlock } from "../chain/readBlock.ts";
import type { Rpc } from "../chain/rpc.ts";
import type { Inclusion } from "../outbox/outbox.ts";
import type { Ledger } from "./ledger.ts";

/** What a call did. Its rows are projected by the time the caller gets this. */
export interface ExecutedCall extends Inclusion {
  readonly events: readonly LedgerEvent[];
  /** First event of this contract and name; throws when the call did not emit it. */
  event(contract: string, name: string): LedgerEvent;
}

/** Adds decoded events to an inclusion. */
export function describeInclusion(
  ledger: Ledger,
  rpc: Rpc,
): (inclusion: Inclusion) => Promise<ExecutedCall> {
  const decoder = createEventDecoder(ledger.contracts);
  return async (inclusion: Inclusion): Promise<ExecutedCall> => {
    const block = await readBlock(rpc, inclusion.blockNumber);
    const blockTime = new Date((block?.timestamp ?? 0) * 1000);
    const events = inclusion.logs.flatMap((log) => decoder.decode(log, blockTime) ?? []);
    return {
      ...inclusion,
      events,
      event(contract, name) {
        const found = events.find((event) => event.contract === contract && event.name === name);
        if (found !== undefined) return found;
        throw new Error(`Transaction ${inclusion.transactionHash} emitted no ${contract}.${name}.`);
      },
    };
  };
}
