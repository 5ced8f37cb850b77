import { type DecodedEvent, decodeEvent, type ReplayEvent, replayEventOf } from "@tallystick/sdk";
import type { Interface } from "ethers";
import type { LedgerContract } from "./ledgerContract.ts";
import { NodeFault } from "./nodeFault.ts";
import type { WireLog } from "./wireLog.ts";

/** Turns logs into the ledger's events. */
export interface EventDecoder {
  /** Lower-case addresses of the ledger's contracts. */
  readonly addresses: readonly string[];
  /** Every event that some contract can emit, as `Contract.Event`. */
  readonly eventNames: ReadonlySet<string>;
  /**
   * Undefined for another contract's log. A log of ours that the ABI doesn't know is an error: dropping it would make
   * the projection silently incomplete.
   */
  decode(log: WireLog, blockTime: Date): ReplayEvent | undefined;
}

/** Contracts emit what their ABI says, so data that it can't read was damaged on the way here. */
function read(contract: LedgerContract, log: WireLog): DecodedEvent | undefined {
  try {
    return decodeEvent(contract.interface, log);
  } catch {
    const where = `log ${log.logIndex} of block ${log.blockNumber}`;
    const topic = log.topics[0] ?? "none";
    throw new NodeFault(
      `The node's ${where} (topic ${topic}) is not readable as an event of ${contract.name}.`,
    );
  }
}

function decoded(contract: LedgerContract, log: WireLog): DecodedEvent {
  const event = read(contract, log);
  if (event !== undefined) return event;
  throw new Error(
    `${contract.name} at ${contract.address} emitted an event that its ABI does not know ` +
      `(topic ${log.topics[0] ?? "none"}, block ${log.blockNumber}, log ${log.logIndex}).`,
  );
}

function namesOf(name: string, abi: Interface): string[] {
  const names: string[] = [];
  abi.forEachEvent((event) => names.push(`${name}.${event.name}`));
  return names;
}

/** Decoder for a fixed set of contracts. Arguments are named as in Solidity; `ref` is read from an argument so named. */
export function createEventDecoder(contracts: readonly LedgerContract[]): EventDecoder {
  const byAddress = new Map(contracts.map((each) => [each.address.toLowerCase(), each]));
  return {
    addresses: [...byAddress.keys()],
    eventNames: new Set(contracts.flatMap((each) => namesOf(each.name, each.interface))),
    decode(log, blockTime) {
      const contract = byAddress.get(log.address.toLowerCase());
      if (contract === undefined) return undefined;
      return replayEventOf(contract.name, decoded(contract, log), log, blockTime);
    },
  };
}
