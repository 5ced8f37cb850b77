import {
  type EventMeanings,
  foldEvent,
  type ReplayEvent,
  type ReplayTables,
} from "@tallystick/sdk";
import type { BlockRange } from "../chain/createChainSource.ts";
import type { EventDecoder } from "../chain/createEventDecoder.ts";
import type { Database, Queryable } from "../database/database.ts";
import type { Reached } from "../writePoints.ts";
import type { Checkpoint } from "./checkpoint.ts";
import { checkpointStore } from "./checkpointStore.ts";
import type { RowBuffer } from "./createRowBuffer.ts";
import { ProjectionDefect } from "./projectionDefect.ts";
import { recentBlocks } from "./recentBlocks.ts";
import { type RecordedEvent, recordEvents } from "./recordEvents.ts";

/** What a batch is projected with. */
export interface BatchContext extends EventMeanings {
  readonly database: Database;
  readonly decoder: EventDecoder;
  readonly rows: RowBuffer;
  /** The chain's head, as last seen. */
  readonly headNumber: number;
  /** First block that may have to be undone. */
  readonly undoFrom: number;
  /** How many blocks can be undone. */
  readonly undoDepth: number;
  readonly reached?: Reached | undefined;
}

function decodeRange(decoder: EventDecoder, range: BlockRange): ReplayEvent[] {
  const times = new Map(
    range.blocks.map((block) => [block.number, new Date(block.timestamp * 1000)]),
  );
  return range.logs.flatMap((log) => {
    const blockTime = times.get(log.blockNumber);
    if (blockTime === undefined)
      throw new ProjectionDefect(`A log of block ${log.blockNumber} strayed in.`);
    return decoder.decode(log, blockTime) ?? [];
  });
}

async function applyAll(
  context: BatchContext,
  tables: ReplayTables,
  events: readonly ReplayEvent[],
): Promise<RecordedEvent[]> {
  const recorded: RecordedEvent[] = [];
  for (const event of events) {
    const isUndoable = event.blockNumber >= context.undoFrom;
    context.rows.beginBlock(isUndoable ? event.blockNumber : undefined);
    recorded.push({ ...event, members: await foldEvent(context, tables, event) });
  }
  return recorded;
}

/** Keeps what undoes the newest blocks. Older ones that don't connect to them any more are of no use. */
async function recordRecent(
  { rows, undoFrom, undoDepth }: BatchContext,
  transaction: Queryable,
  from: Checkpoint,
  { blocks }: BlockRange,
): Promise<void> {
  const images = rows.takeImages();
  const recent = blocks.filter(({ number }) => number >= undoFrom);
  const [first] = recent;
  const last = blocks.at(-1);
  if (first === undefined || last === undefined) return;
  const isConnected = first.number === from.blockNumber + 1;
  await recentBlocks.prune(transaction, isConnected ? last.number - undoDepth : first.number);
  await recentBlocks.record(transaction, recent, images);
}

/**
 * Writes the events of a range, what they mean, and the checkpoint, in one transaction. Answers the new checkpoint, or
 * undefined when another process moved the old one meanwhile; then nothing was written.
 */
export async function projectBatch(
  context: BatchContext,
  from: Checkpoint,
  range: BlockRange,
): Promise<Checkpoint | undefined> {
  const last = range.blocks.at(-1);
  if (last === undefined) return from;
  const next: Checkpoint = {
    ...from,
    blockNumber: last.number,
    blockHash: last.hash,
    parentHash: last.parentHash,
    blockTime: new Date(last.timestamp * 1000),
    isComplete: from.isComplete || last.number >= context.headNumber,
  };
  const events = decodeRange(context.decoder, range);
  const written = await context.database.transaction(async (transaction) => {
    const stored = await checkpointStore.lock(transaction);
    if (stored?.blockHash !== from.blockHash || stored.fingerprint !== from.fingerprint)
      return undefined;
    const recorded = await applyAll(context, context.rows.within(transaction), events);
    await recordEvents(transaction, recorded);
    await context.rows.flush(transaction);
    await recordRecent(context, transaction, from, range);
    context.reached?.("before-checkpoint");
    await checkpointStore.write(transaction, next);
    return next;
  });
  context.reached?.("projection-written");
  return written;
}
