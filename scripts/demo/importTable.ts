import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { DocumentUnreadableError, type ReceivableRow, readReceivablesCsv } from "@tallystick/sdk";
import type { DemoProblem } from "./demoResult.ts";
import type { Progress } from "./Progress.ts";

/** What a table holds. */
export interface Table {
  readonly rows: readonly ReceivableRow[];
  readonly problems: readonly DemoProblem[];
}

async function sizeOf(file: string): Promise<number> {
  const found = await stat(file).catch(() => undefined);
  if (found?.isFile() === true) return found.size;
  throw new DocumentUnreadableError(`There is no file ${file}.`);
}

/** Reads a table of receivables from a file as a stream; refused rows are problems with line, column and reason. */
export async function importTable(
  file: string,
  currency: string,
  progress: Progress,
): Promise<Table> {
  progress.begin("Reading", await sizeOf(file));
  const stream = createReadStream(file);
  stream.on("data", (chunk) => progress.advance(chunk.length));
  const rows: ReceivableRow[] = [];
  const problems: DemoProblem[] = [];
  for await (const entry of readReceivablesCsv(stream, { currency })) {
    if (entry.kind === "row") rows.push(entry);
    else problems.push({ line: entry.line, column: entry.column, reason: entry.reason });
  }
  progress.end();
  return { rows, problems };
}
