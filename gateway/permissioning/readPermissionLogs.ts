import { allowListAddresses, allowListInterface, ledgerInterfaces } from "@tallystick/sdk";
import { z } from "zod";
import { nodeAnswer } from "../chain/nodeAnswer.ts";
import { quantity } from "../chain/quantity.ts";
import type { Rpc } from "../chain/rpc.ts";
import { type WireLog, wireLog } from "../chain/wireLog.ts";

/** Blocks asked for at once: nodes refuse ranges that are too long. */
const RANGE = 10_000;

const accountEvents = [
  "MemberAdmitted",
  "AccountProposed",
  "AccountAdded",
  "AccountRevoked",
  "MemberRecovered",
] as const;

const topics = [
  allowListInterface.getEvent("RoleSet")?.topicHash,
  ...accountEvents.map((name) => ledgerInterfaces.members.getEvent(name)?.topicHash),
];

const block = z.looseObject({ timestamp: quantity });

/** A log of `Members` or of a list, with its block's time in seconds. */
export interface TimedLog extends WireLog {
  readonly blockTime: number;
}

/** All that changed members' accounts or the chain's lists in a range of blocks, both ends included, in chain order. */
export async function readPermissionLogs(
  rpc: Rpc,
  members: string,
  from: number,
  to: number,
): Promise<readonly TimedLog[]> {
  const address = [members, allowListAddresses.transactions, allowListAddresses.deployers];
  const found: WireLog[] = [];
  for (let at = from; at <= to; at += RANGE) {
    const fromBlock = `0x${at.toString(16)}`;
    const toBlock = `0x${Math.min(to, at + RANGE - 1).toString(16)}`;
    const filter = { address, fromBlock, toBlock, topics: [topics] };
    const answer = await rpc.send("eth_getLogs", [filter]);
    found.push(...nodeAnswer("eth_getLogs", wireLog.array(), answer));
  }
  const numbers = [...new Set(found.map(({ blockNumber }) => blockNumber))];
  const times = new Map(
    await Promise.all(
      numbers.map(async (number): Promise<[number, number]> => {
        const answer = await rpc.send("eth_getBlockByNumber", [`0x${number.toString(16)}`, false]);
        return [number, nodeAnswer("eth_getBlockByNumber", block, answer).timestamp];
      }),
    ),
  );
  return found
    .sort((a, b) => a.blockNumber - b.blockNumber || a.logIndex - b.logIndex)
    .map((log) => ({ ...log, blockTime: times.get(log.blockNumber) ?? 0 }));
}
