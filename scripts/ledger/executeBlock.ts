import type { AnvilNode, MinedBlock } from "./AnvilNode.ts";
import { knownHashes } from "./knownHashes.ts";
import { LedgerError } from "./LedgerError.ts";

/** Raw transactions (hex) by hash, in the order in which the node admitted them. */
export type Pool = Map<string, string>;
export type BlockOutcome = {
  block: MinedBlock;
  /** What stays admitted: after a nonce gap, or beyond the block's gas limit. */
  waiting: Pool;
  /** Hashes of what turned out invalid when its turn came: in neither block nor node. */
  dropped: string[];
  /** Whether a further block would hold some of them. */
  more: boolean;
};

/**
 * Mines everything that the node admitted into block `number` and finds out what became of it.
 * @param pool what the node has admitted and no block holds yet.
 * @param timestamp Unix seconds, equal to or after the last block's.
 */
export async function executeBlock(
  node: AnvilNode,
  pool: Pool,
  number: number,
  timestamp: number,
): Promise<BlockOutcome> {
  const block = await node.mine(timestamp);
  if (block.number !== number || block.timestamp !== timestamp)
    throw new LedgerError(
      "NODE_FAILED",
      `The node mined block ${block.number} at ${block.timestamp} where block ${number} at ${timestamp} was due.`,
    );
  const waiting: Pool = new Map(pool);
  for (const hash of block.transactions) waiting.delete(hash);
  if (waiting.size === 0) return { block, waiting, dropped: [], more: false };
  const known = await knownHashes(node.client, [...waiting.keys()]);
  const dropped = [...waiting.keys()].filter((hash) => !known.has(hash));
  for (const hash of dropped) waiting.delete(hash);
  return { block, waiting, dropped, more: await node.holdsReady() };
}
