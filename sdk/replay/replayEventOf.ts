import { ZeroHash } from "ethers";
import type { DecodedEvent } from "../events/decodeEvent.ts";
import { eventKey } from "./eventKey.ts";
import type { ReplayEvent } from "./replayEvent.ts";
import type { ReplayLog } from "./replayLog.ts";

/** A decoded log at its place; `ref` is read from an argument so named. */
export function replayEventOf(
  contract: string,
  { name, args }: DecodedEvent,
  log: ReplayLog,
  blockTime: Date,
): ReplayEvent {
  const ref = args["ref"];
  return {
    key: eventKey(log.blockNumber, log.transactionIndex, log.logIndex),
    contract,
    name,
    args,
    ref: typeof ref === "string" && ref !== ZeroHash ? ref : undefined,
    blockNumber: log.blockNumber,
    blockHash: log.blockHash,
    blockTime,
    transactionHash: log.transactionHash,
    transactionIndex: log.transactionIndex,
    logIndex: log.logIndex,
  };
}
