import type { Block } from "./block.ts";
import { InconsistentRange } from "./inconsistentRange.ts";
import { logsBloom } from "./logsBloom.ts";
import { readReceipt } from "./readReceipt.ts";
import type { Rpc } from "./rpc.ts";
import type { WireLog } from "./wireLog.ts";

/** Whether logs are all that a block has: numbered without a gap, and with the very bloom of its header. */
function areAll(block: Block, logs: readonly WireLog[]): boolean {
  return (
    logs.every((log, index) => log.logIndex === index) && logsBloom.of(logs) === block.logsBloom
  );
}

function checkOrder(block: Block, logs: readonly WireLog[]): void {
  for (const [index, log] of logs.entries()) {
    const before = logs[index - 1];
    if (before !== undefined && before.logIndex >= log.logIndex) {
      throw new InconsistentRange(`Log ${log.logIndex} of block ${block.number} came twice.`);
    }
    if (block.transactionHashes[log.transactionIndex] !== log.transactionHash) {
      throw new InconsistentRange(
        `Log ${log.logIndex} is of no transaction of block ${block.number}.`,
      );
    }
  }
}

async function logsOfReceipts(rpc: Rpc, block: Block): Promise<WireLog[]> {
  const receipts = await Promise.all(block.transactionHashes.map((hash) => readReceipt(rpc, hash)));
  const logs = receipts.flatMap((receipt) =>
    receipt?.blockHash === block.hash ? receipt.logs : [],
  );
  if (areAll(block, logs)) return logs;
  throw new InconsistentRange(
    `The node's receipts of block ${block.number} do not hold the logs that its header says it has.`,
  );
}

/**
 * The logs that `addresses` have in a block, proved against its header's bloom: `listed`, as `eth_getLogs` gave them,
 * or what the receipts say when those can't be all. A log that has the same address and topics as another one of its
 * block, and comes after all others, is the one thing that its absence doesn't show.
 */
export async function completeLogs(
  rpc: Rpc,
  addresses: readonly string[],
  block: Block,
  listed: readonly WireLog[],
): Promise<readonly WireLog[]> {
  checkOrder(block, listed);
  if (areAll(block, listed)) return listed;
  if (listed.length === 0 && !addresses.some((each) => logsBloom.mayHold(block.logsBloom, each)))
    return listed;
  const ours = new Set(addresses.map((each) => each.toLowerCase()));
  const logs = await logsOfReceipts(rpc, block);
  return logs.filter((log) => ours.has(log.address.toLowerCase()));
}
