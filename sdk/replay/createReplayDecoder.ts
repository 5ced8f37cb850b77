import { type DecodedEvent, decodeEvent } from "../events/decodeEvent.ts";
import { ledgerInterfaces } from "../events/ledgerInterfaces.ts";
import type { ContractName } from "../ledger/contractTypes.ts";
import type { LedgerDeployment } from "../ledger/ledger.ts";
import { ReplayDefect } from "./ReplayDefect.ts";
import type { ReplayEvent } from "./replayEvent.ts";
import { replayEventOf } from "./replayEventOf.ts";
import type { ReplayLog } from "./replayLog.ts";

/** Turns logs into events of the ledger; undefined for logs of other contracts. */
export type ReplayDecoder = (log: ReplayLog, blockTime: Date) => ReplayEvent | undefined;

function read(contract: ContractName, log: ReplayLog): DecodedEvent {
  const where = `Log ${log.logIndex} of block ${log.blockNumber}`;
  let event: DecodedEvent | undefined;
  try {
    event = decodeEvent(ledgerInterfaces[contract], log);
  } catch (cause) {
    throw new ReplayDefect(`${where} is not readable as an event of ${contract}.`, { cause });
  }
  if (event !== undefined) return event;
  const topic = log.topics[0] ?? "none";
  throw new ReplayDefect(`${where} (topic ${topic}) is no event that ${contract} knows.`);
}

/**
 * A decoder of one ledger's logs.
 *
 * @throws ReplayDefect while decoding, for a log of the ledger that its own ABI can't read
 */
export function createReplayDecoder({
  addresses,
}: Pick<LedgerDeployment, "addresses">): ReplayDecoder {
  const names = new Map<string, ContractName>();
  for (const name of Object.keys(ledgerInterfaces) as ContractName[]) {
    names.set(addresses[name].toLowerCase(), name);
  }
  return (log, blockTime) => {
    const contract = names.get(log.address.toLowerCase());
    if (contract === undefined) return undefined;
    return replayEventOf(contract, read(contract, log), log, blockTime);
  };
}
