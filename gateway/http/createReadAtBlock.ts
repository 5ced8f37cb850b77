import { createBatcher } from "../batching/createBatcher.ts";
import type { Database, Queryable } from "../database/database.ts";
import { ProblemError } from "../errors/problemError.ts";
import type { Projector } from "../projection/projector.ts";

/** What a read answered, and the one block that all of it stands at. */
export type ReadAtBlock = <T>(
  read: (block: number) => Promise<T>,
) => Promise<{ readonly block: number; readonly result: T }>;

interface Stamp {
  readonly block: number;
  /** Changes whenever the checkpoint is written, even back to a block where it was before. */
  readonly version: string;
}

interface StampRow {
  readonly block_number: bigint;
  readonly version: string;
}

const NOTHING: Stamp = { block: 0, version: "" };
const TRIES_BESIDE = 3;
const TRIES = 20;

async function readStamp(database: Queryable): Promise<Stamp> {
  const [row] = await database.query<StampRow>(
    "SELECT block_number, xmin::text AS version FROM projected.checkpoint",
  );
  if (row === undefined) return NOTHING;
  return { block: Number(row.block_number), version: row.version };
}

/** A read that failed may have failed for what changed under it, so its error counts only when nothing did. */
async function attempt<T>(read: () => Promise<T>): Promise<() => T> {
  try {
    const result = await read();
    return () => result;
  } catch (error) {
    return () => {
      throw error;
    };
  }
}

/**
 * Reads that take several queries see one block: rows and checkpoint change in one transaction, so a read during which the
 * checkpoint was not written is of one block, and any other is done again. After a few times the projector waits for it.
 */
export function createReadAtBlock({
  database,
  projector,
}: {
  readonly database: Database;
  readonly projector: Pick<Projector, "holdStill">;
}): ReadAtBlock {
  const stampNow = createBatcher<"now", Stamp>(async (asked) => {
    const stamp = await readStamp(database);
    return asked.map(() => stamp);
  });
  const once = async <T>(read: (block: number) => Promise<T>) => {
    const before = await stampNow("now");
    const outcome = await attempt(() => read(before.block));
    const after = await stampNow("now");
    if (before.version !== after.version) return undefined;
    return { block: before.block, result: outcome() };
  };
  return async (read) => {
    for (let tries = 0; tries < TRIES; tries++) {
      const done = await (tries < TRIES_BESIDE
        ? once(read)
        : projector.holdStill(() => once(read)));
      if (done !== undefined) return done;
    }
    const detail = "Blocks come too fast to read one of them. Ask again.";
    throw new ProblemError("projection-behind", detail, { block: 0 });
  };
}
