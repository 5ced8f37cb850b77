import type { ChainSource } from "../chain/createChainSource.ts";
import type { Database, Queryable } from "../database/database.ts";
import { announceRetraction } from "./announceRetraction.ts";
import type { Checkpoint } from "./checkpoint.ts";
import { checkpointStore } from "./checkpointStore.ts";
import type { RowBuffer } from "./createRowBuffer.ts";
import { findFork } from "./findFork.ts";
import type { ProjectedTable } from "./readTables.ts";
import { type RecentBlock, recentBlocks } from "./recentBlocks.ts";
import { resetProjection } from "./resetProjection.ts";
import type { RowImage } from "./rowImage.ts";

/** What blocks are taken back with. */
export interface RetractionContext {
  readonly database: Database;
  readonly source: ChainSource;
  readonly rows: RowBuffer;
  readonly tables: Iterable<ProjectedTable>;
  /** Where the projection begins, for reorganisations that are too deep to undo. */
  readonly beginning: Checkpoint;
}

/** Where the projection stands after blocks were taken back. */
export interface Retracted {
  readonly checkpoint: Checkpoint;
  /** Blocks that were undone, or `all` when everything is projected again. */
  readonly undone: number | "all";
}

async function restore(
  rows: RowBuffer,
  transaction: Queryable,
  images: readonly RowImage[],
): Promise<void> {
  const writer = rows.within(transaction);
  for (const [table, key, row] of images) {
    if (row === null) writer.remove(table, key);
    else writer.put(table, row);
  }
  await rows.flush(transaction);
}

async function undo(
  { database, rows }: RetractionContext,
  from: Checkpoint,
  fork: RecentBlock,
): Promise<Checkpoint | undefined> {
  const next: Checkpoint = {
    ...from,
    blockNumber: fork.number,
    blockHash: fork.hash,
    parentHash: fork.parentHash,
    blockTime: fork.time,
  };
  return database.transaction(async (transaction) => {
    const stored = await checkpointStore.lock(transaction);
    if (stored?.blockHash !== from.blockHash) return undefined;
    await restore(rows, transaction, await recentBlocks.imagesSince(transaction, fork.number));
    await announceRetraction(transaction, fork, from);
    await recentBlocks.remove(transaction, fork.number);
    await checkpointStore.write(transaction, next);
    return next;
  });
}

async function beginAgain(
  { database, source, tables, beginning }: RetractionContext,
  from: Checkpoint,
): Promise<Checkpoint | undefined> {
  const fork = await findFork.deep(database, source, from.blockNumber);
  return database.transaction(async (transaction) => {
    const stored = await checkpointStore.lock(transaction);
    if (stored?.blockHash !== from.blockHash) return undefined;
    await announceRetraction(transaction, fork, from);
    await resetProjection(transaction, tables, beginning);
    return beginning;
  });
}

/**
 * Takes back the blocks that the node doesn't have any more, and their events: to the fork by what undoes recent blocks,
 * or to the beginning when it lies deeper. Answers undefined when another gateway moved the checkpoint meanwhile.
 */
export async function retractBlocks(
  context: RetractionContext,
  from: Checkpoint,
): Promise<Retracted | undefined> {
  context.rows.clear();
  const fork = await findFork.recent(context.database, context.source, from.blockNumber);
  const checkpoint =
    fork === undefined ? await beginAgain(context, from) : await undo(context, from, fork);
  context.rows.clear();
  if (checkpoint === undefined) return undefined;
  return { checkpoint, undone: fork === undefined ? "all" : from.blockNumber - fork.number };
}
