import { type EventFragment, type Interface, type ParamType, Result, ZeroHash } from "ethers";
import { eventKey } from "./eventKey.ts";
import type { LedgerContract } from "./ledgerContract.ts";
import type { EventValue, LedgerEvent } from "./ledgerEvent.ts";
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
  decode(log: WireLog, blockTime: Date): LedgerEvent | undefined;
}

function plainValue(type: ParamType, value: unknown): EventValue {
  if (value instanceof Result) {
    if (type.isArray()) return value.toArray().map((item) => plainValue(type.arrayChildren, item));
    return plainFields(type.components ?? [], value);
  }
  if (typeof value === "bigint" || typeof value === "boolean") return value;
  return String(value);
}

function plainFields(types: readonly ParamType[], values: Result): Record<string, EventValue> {
  const fields: Record<string, EventValue> = {};
  for (const [index, type] of types.entries()) {
    fields[type.name === "" ? `arg${index}` : type.name] = plainValue(type, values[index]);
  }
  return fields;
}

function fragmentOf(contract: LedgerContract, log: WireLog): EventFragment {
  const fragment = contract.interface.getEvent(log.topics[0] ?? "");
  if (fragment !== null) return fragment;
  throw new Error(
    `${contract.name} at ${contract.address} emitted an event that its ABI does not know ` +
      `(topic ${log.topics[0] ?? "none"}, block ${log.blockNumber}, log ${log.logIndex}).`,
  );
}

/** Contracts emit what their ABI says, so data that it can't read was damaged on the way here. */
function decodeValues(contract: LedgerContract, fragment: EventFragment, log: WireLog): Result {
  try {
    return contract.interface.decodeEventLog(fragment, log.data, log.topics);
  } catch {
    const where = `log ${log.logIndex} of block ${log.blockNumber}`;
    throw new NodeFault(
      `The node's ${where} is not readable as ${contract.name}.${fragment.name}.`,
    );
  }
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
      const fragment = fragmentOf(contract, log);
      const values = decodeValues(contract, fragment, log);
      const args = plainFields(fragment.inputs, values);
      const ref = args["ref"];
      return {
        key: eventKey(log.blockNumber, log.transactionIndex, log.logIndex),
        contract: contract.name,
        name: fragment.name,
        args,
        ref: typeof ref === "string" && ref !== ZeroHash ? ref : undefined,
        blockNumber: log.blockNumber,
        blockHash: log.blockHash,
        blockTime,
        transactionHash: log.transactionHash,
        transactionIndex: log.transactionIndex,
        logIndex: log.logIndex,
      };
    },
  };
}
