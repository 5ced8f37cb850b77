import type { Block } from "./block.ts";
import { completeLogs } from "./completeLogs.ts";
import { InconsistentRange } from "./inconsistentRange.ts";
import { nodeAnswer } from "./nodeAnswer.ts";
import { readBlock } from "./readBlock.ts";
import type { Rpc } from "./rpc.ts";
import { type WireLog, wireLog } from "./wireLog.ts";

/** A range of blocks whose parent hashes and logs fit together. */
export interface BlockRange {
  readonly blocks: readonly Block[];
  readonly logs: readonly WireLog[];
}

/** Where the projector reads the chain from. */
export interface ChainSource {
  block(which: number | "latest"): Promise<Block | undefined>;
  /**
   * Headers and logs of `from` to `to`, both included; the logs are all that the headers say there are. Rejects with
   * `InconsistentRange` when answers contradict each other, as when the chain changed while it was read; the caller
   * simply reads again.
   */
  range(from: number, to: number): Promise<BlockRange>;
}

function checkRange(from: number, blocks: readonly Block[], logs: readonly WireLog[]): void {
  for (const [index, block] of blocks.entries()) {
    const parent = blocks[index - 1];
    if (parent !== undefined && block.parentHash !== parent.hash) {
      throw new InconsistentRange(`Block ${block.number} does not follow block ${parent.number}.`);
    }
  }
  for (const log of logs) {
    if (blocks[log.blockNumber - from]?.hash !== log.blockHash) {
      throw new InconsistentRange(
        `Log ${log.logIndex} is not of block ${log.blockNumber} as read.`,
      );
    }
  }
}

async function completeRange(
  rpc: Rpc,
  addresses: readonly string[],
  blocks: readonly Block[],
  logs: readonly WireLog[],
): Promise<WireLog[]> {
  const byBlock = Map.groupBy(logs, (log) => log.blockNumber);
  const complete = await Promise.all(
    blocks.map((block) => completeLogs(rpc, addresses, block, byBlock.get(block.number) ?? [])),
  );
  return complete.flat();
}

/** Reads headers and the logs of `addresses` through JSON-RPC alone. */
export function createChainSource(rpc: Rpc, addresses: readonly string[]): ChainSource {
  async function readLogs(from: number, to: number): Promise<WireLog[]> {
    if (addresses.length === 0) return [];
    const filter = {
      address: addresses,
      fromBlock: `0x${from.toString(16)}`,
      toBlock: `0x${to.toString(16)}`,
    };
    const answer = await rpc.send("eth_getLogs", [filter]);
    const logs = nodeAnswer("eth_getLogs", wireLog.array(), answer);
    return logs.sort((a, b) => a.blockNumber - b.blockNumber || a.logIndex - b.logIndex);
  }

  async function readBlocks(from: number, to: number): Promise<Block[]> {
    const numbers = Array.from({ length: to - from + 1 }, (_, offset) => from + offset);
    const blocks = await Promise.all(numbers.map((number) => readBlock(rpc, number)));
    return blocks.map((block, offset) => {
      if (block?.number === from + offset) return block;
      throw new InconsistentRange(`The node has no block ${from + offset} any more.`);
    });
  }

  return {
    block: (which) => readBlock(rpc, which),
    async range(from, to) {
      const [blocks, logs] = await Promise.all([readBlocks(from, to), readLogs(from, to)]);
      checkRange(from, blocks, logs);
      return { blocks, logs: await completeRange(rpc, addresses, blocks, logs) };
    },
  };
}
