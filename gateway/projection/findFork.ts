import type { ChainSource } from "../chain/createChainSource.ts";
import type { Queryable } from "../database/database.ts";
import { type RecentBlock, recentBlocks } from "./recentBlocks.ts";

interface BlockOfEvents {
  readonly block_number: bigint;
  readonly block_hash: string;
}

async function isOnChain(source: ChainSource, number: number, hash: string): Promise<boolean> {
  return (await source.block(number))?.hash === hash;
}

/** Where the projected branch and the node's part. */
export const findFork = {
  /** The newest recent block that the node still has; undefined when the fork lies deeper, or nothing can be undone. */
  async recent(
    target: Queryable,
    source: ChainSource,
    projected: number,
  ): Promise<RecentBlock | undefined> {
    const blocks = await recentBlocks.read(target);
    if (blocks[0]?.number !== projected) return undefined;
    for (const block of blocks) {
      if (await isOnChain(source, block.number, block.hash)) return block;
    }
    return undefined;
  },

  /** Hash of a recent block as it was projected. */
  async projectedHash(target: Queryable, number: number): Promise<string | undefined> {
    const blocks = await recentBlocks.read(target);
    return blocks.find((block) => block.number === number)?.hash;
  },

  /**
   * The block before the first one with events that the node doesn't have as projected: no event up to there is gone.
   * Found by halving, since a block that is gone has no descendant left.
   */
  async deep(
    target: Queryable,
    source: ChainSource,
    projected: number,
  ): Promise<{ readonly number: number; readonly hash: string }> {
    const blocks = await target.query<BlockOfEvents>(
      "SELECT DISTINCT block_number, block_hash FROM projected.event ORDER BY block_number",
    );
    let known = 0;
    let gone = blocks.length;
    while (known < gone) {
      const middle = (known + gone) >> 1;
      const block = blocks[middle];
      if (block === undefined) break;
      if (await isOnChain(source, Number(block.block_number), block.block_hash)) known = middle + 1;
      else gone = middle;
    }
    const first = blocks[known];
    const number = first === undefined ? projected - 1 : Number(first.block_number) - 1;
    const block = await source.block(Math.max(number, 0));
    return { number: Math.max(number, 0), hash: block?.hash ?? "" };
  },
} as const;
