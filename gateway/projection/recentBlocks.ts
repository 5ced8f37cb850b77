import type { Block } from "../chain/block.ts";
import type { Queryable } from "../database/database.ts";
import { insertRows } from "../database/insertRows.ts";
import type { RowImage } from "./rowImage.ts";

/** A projected block that can still be undone. */
export interface RecentBlock {
  readonly number: number;
  readonly hash: string;
  readonly parentHash: string;
  readonly time: Date;
}

const columns = {
  block_number: "int8",
  block_hash: "text",
  parent_hash: "text",
  block_time: "timestamptz",
  before: "jsonb",
};

interface BlockRow {
  block_number: bigint;
  block_hash: string;
  parent_hash: string;
  block_time: Date;
}

/** What undoes the newest blocks. Without a gap from the checkpoint down, or not at all. */
export const recentBlocks = {
  /** Newest first. */
  async read(target: Queryable): Promise<RecentBlock[]> {
    const rows = await target.query<BlockRow>(
      `SELECT block_number, block_hash, parent_hash, block_time FROM projected.recent_block
       ORDER BY block_number DESC`,
    );
    return rows.map((row) => ({
      number: Number(row.block_number),
      hash: row.block_hash,
      parentHash: row.parent_hash,
      time: row.block_time,
    }));
  },

  /** Rows as they were after block `fork`, for each that a later block changed. */
  async imagesSince(target: Queryable, fork: number): Promise<RowImage[]> {
    const rows = await target.query<{ before: RowImage[] }>(
      "SELECT before FROM projected.recent_block WHERE block_number > $1 ORDER BY block_number DESC",
      [fork],
    );
    const oldest = new Map<string, RowImage>();
    for (const image of rows.flatMap(({ before }) => before)) {
      const [table, key] = image;
      oldest.set([table, ...Object.values(key).map(String)].join("\u0000"), image);
    }
    return [...oldest.values()];
  },

  async record(
    target: Queryable,
    blocks: readonly Block[],
    images: ReadonlyMap<number, readonly RowImage[]>,
  ): Promise<void> {
    const rows = blocks.map((block) => ({
      block_number: block.number,
      block_hash: block.hash,
      parent_hash: block.parentHash,
      block_time: new Date(block.timestamp * 1000),
      before: images.get(block.number) ?? [],
    }));
    await insertRows(target, "projected.recent_block", columns, rows);
  },

  /** Blocks below `oldest` are settled. */
  async prune(target: Queryable, oldest: number): Promise<void> {
    await target.query("DELETE FROM projected.recent_block WHERE block_number < $1", [oldest]);
  },

  async remove(target: Queryable, fork: number): Promise<void> {
    await target.query("DELETE FROM projected.recent_block WHERE block_number > $1", [fork]);
  },
} as const;
