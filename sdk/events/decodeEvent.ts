import type { EventFragment, Interface } from "ethers";
import type { LedgerLog } from "./ledgerLog.ts";
import { plainFields } from "./plainFields.ts";
import type { PlainValue } from "./plainValue.ts";
import { readFlatEvent } from "./readFlatEvent.ts";

/** An event's name and its arguments by their names in Solidity. */
export type DecodedEvent = {
  readonly name: string;
  readonly args: Readonly<Record<string, PlainValue>>;
};

const eventsByTopic = new WeakMap<Interface, ReadonlyMap<string, EventFragment>>();

function eventsOf(abi: Interface): ReadonlyMap<string, EventFragment> {
  const known = eventsByTopic.get(abi);
  if (known !== undefined) return known;
  const events = new Map<string, EventFragment>();
  abi.forEachEvent((event) => {
    if (!event.anonymous) events.set(event.topicHash, event);
  });
  eventsByTopic.set(abi, events);
  return events;
}

/**
 * Decodes one log by an ABI; undefined when the ABI has no such event.
 *
 * @throws whatever ethers throws for a log that doesn't fit its event
 *
 * @example
 * import { decodeEvent, ledgerInterfaces } from "@tallystick/sdk";
 *
 * const zero = "0x" + "00".repeat(32);
 * decodeEvent(ledgerInterfaces.members, { address: "0x", topics: [zero], data: "0x" }) // => undefined
 */
export function decodeEvent(abi: Interface, log: LedgerLog): DecodedEvent | undefined {
  const fragment = eventsOf(abi).get(log.topics[0]?.toLowerCase() ?? "");
  if (fragment === undefined) return undefined;
  const { name, inputs } = fragment;
  const args =
    readFlatEvent(fragment, log) ??
    plainFields(inputs, abi.decodeEventLog(fragment, log.data, log.topics));
  return { name, args };
}
