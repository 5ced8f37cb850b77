import {
  Invariants,
  type LedgerDeployment,
  MemoryTables,
  Replay,
  type ReplayBlock,
  type ReplayFinding,
  type ReplayLog,
} from "@tallystick/sdk";
import type { Rpc } from "../../gateway/chain/rpc.ts";

const number = (value: unknown): number => Number(BigInt(String(value)));

/** The blocks of a chain that hold logs, as a replay takes them. */
export async function chainBlocks(rpc: Rpc): Promise<ReplayBlock[]> {
  const filter = { fromBlock: "0x0", toBlock: "latest" };
  const logs = (await rpc.send("eth_getLogs", [filter])) as Record<string, unknown>[];
  const typed = logs.map(
    (log): ReplayLog => ({
      address: String(log["address"]),
      topics: log["topics"] as readonly string[],
      data: String(log["data"]),
      blockNumber: number(log["blockNumber"]),
      blockHash: String(log["blockHash"]),
      transactionHash: String(log["transactionHash"]),
      transactionIndex: number(log["transactionIndex"]),
      logIndex: number(log["logIndex"]),
    }),
  );
  typed.sort((a, b) => a.blockNumber - b.blockNumber || a.logIndex - b.logIndex);
  const blocks: ReplayBlock[] = [];
  for (const [block, ofBlock] of Map.groupBy(typed, ({ blockNumber }) => blockNumber)) {
    const header = (await rpc.send("eth_getBlockByNumber", [`0x${block.toString(16)}`, false])) as {
      readonly timestamp: string;
    };
    const time = new Date(number(header.timestamp) * 1000);
    blocks.push({ number: block, time, logs: ofBlock });
  }
  return blocks;
}

/** What a replay of blocks found and ended with. */
export async function replayedBlocks(
  deployment: Pick<LedgerDeployment, "addresses">,
  blocks: readonly ReplayBlock[],
) {
  const tables = await MemoryTables.create();
  const invariants = new Invariants();
  const replay = new Replay({ deployment, tables, invariants });
  const findings: ReplayFinding[] = [];
  for (const block of blocks) {
    findings.push(...(await replay.fold(block)));
    if (replay.broken !== undefined) break;
  }
  return { tables, invariants, replay, findings };
}
