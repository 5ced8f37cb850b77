import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { open, rename } from "node:fs/promises";
import { createInterface } from "node:readline";
import {
  type Invariants,
  type MemoryTables,
  ReplayDefect,
  type Row,
  rowFromText,
  rowText,
  tableDefinitions,
} from "@tallystick/sdk";

const VERSION = "tallystick-replay-checkpoint 1";
const LINES_AT_ONCE = 2_000;

type History = { readonly rows: number; readonly last: string; readonly state: string };
type Head = {
  readonly progress: unknown;
  readonly invariants: unknown;
  readonly history: Readonly<Record<string, History>>;
};

function definitionOf(table: string) {
  const definition = tableDefinitions[table];
  if (definition === undefined) throw new ReplayDefect(`There is no table ${table}.`);
  return definition;
}

function* linesOf(
  tables: MemoryTables,
  invariants: Invariants,
  progress: unknown,
): Generator<string> {
  const history = [...tables.history].map(([name, table]): [string, History] => {
    const { rows, last, state } = table.save();
    return [name, { rows, last, state: Buffer.from(state).toString("base64") }];
  });
  const head: Head = {
    progress,
    invariants: invariants.save(),
    history: Object.fromEntries(history),
  };
  yield VERSION;
  yield JSON.stringify(head);
  for (const [name, table] of tables.live) {
    for (const row of table.rows.values()) yield lineOf(name, row);
  }
  for (const [name, table] of tables.history) for (const row of table.kept) yield lineOf(name, row);
}

function lineOf(table: string, row: Row): string {
  return JSON.stringify([table, rowText(definitionOf(table), row)]);
}

/** Writes where a replay stands: the old file stays whole until the new one is. */
async function write(
  file: string,
  tables: MemoryTables,
  invariants: Invariants,
  progress: unknown,
): Promise<void> {
  const target = await open(`${file}.new`, "w");
  const hash = createHash("sha256");
  let lines: string[] = [];
  const flush = async (): Promise<void> => {
    const text = lines.join("");
    hash.update(text);
    await target.write(text);
    lines = [];
  };
  try {
    for (const line of linesOf(tables, invariants, progress)) {
      lines.push(`${line}\n`);
      if (lines.length === LINES_AT_ONCE) await flush();
    }
    await flush();
    await target.write(`end ${hash.digest("hex")}\n`);
    await target.sync();
  } finally {
    await target.close();
  }
  await rename(`${file}.new`, file);
}

/**
 * Fills empty tables and invariants with what a checkpoint holds, and answers the progress that was stored with it.
 * Rejects with `ReplayDefect` for a file that is none, or not whole.
 */
async function read(file: string, tables: MemoryTables, invariants: Invariants): Promise<unknown> {
  const hash = createHash("sha256");
  let [number, isWhole] = [0, false];
  let head: Head | undefined;
  for await (const line of createInterface({ input: createReadStream(file) })) {
    number += 1;
    if (line.startsWith("end ")) {
      isWhole = line === `end ${hash.digest("hex")}`;
      break;
    }
    hash.update(`${line}\n`);
    if (number === 1 && line !== VERSION) break;
    if (number === 2) head = JSON.parse(line);
    if (number > 2) {
      const [table, text] = JSON.parse(line) as [string, string];
      tables.restore(table, rowFromText(definitionOf(table), text));
    }
  }
  if (!isWhole || head === undefined) throw new ReplayDefect(`${file} is no whole checkpoint.`);
  for (const [name, { rows, last, state }] of Object.entries(head.history)) {
    tables.history.get(name)?.load({ rows, last, state: Buffer.from(state, "base64") });
  }
  tables.changes.clear();
  invariants.load(tables, head.invariants);
  return head.progress;
}

/** A replay's state in a file, to go on with after a kill or in a later range. */
export const replayCheckpoint = { read, write } as const;
