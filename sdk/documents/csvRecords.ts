import { Parser } from "csv-parse/browser/esm";
import { decodeLines, type TextSource } from "./decodeLines.ts";

/** A record of a CSV document, or a line of it that no record can be read from. */
export type CsvRecord =
  | { readonly kind: "record"; readonly line: number; readonly cells: readonly string[] }
  | {
      readonly kind: "broken";
      readonly line: number;
      readonly cell: number;
      readonly reason: string;
    };

/** Pieces of this size go to the parser, so that starting anew re-reads little. */
const pieceLength = 8192;
/** A record still open after this many characters has a quote that is never closed. */
const longestRecord = 65_536;

type Pending = { text: string; line: number };
type Fault = { readonly recordsBefore: number; readonly cell: number };
type Reading = { readonly record: readonly string[]; readonly info: { readonly lines: number } };

/**
 * Reads CSV (RFC 4180, commas, quoted cells with commas and line breaks) as a stream. Empty lines
 * are skipped. A line with a stray or never closed quote is reported by itself, and reading goes on
 * with the next physical line, so that it can't swallow what follows.
 *
 * @throws DocumentUnreadableError when the source fails or is not UTF-8
 *
 * @example
 * import { csvRecords } from "@tallystick/sdk";
 *
 * const records = [];
 * for await (const record of csvRecords(['a,"b\n', 'c"\n\n1,2'])) records.push(record);
 * records[0] // => { kind: "record", line: 1, cells: ["a", "b\nc"] }
 * records[1] // => { kind: "record", line: 4, cells: ["1", "2"] }
 */
export async function* csvRecords(source: TextSource): AsyncGenerator<CsvRecord> {
  const reader = new RecordReader();
  for await (const text of decodeLines(source)) {
    for (let at = 0; at < text.length; at += pieceLength) {
      yield* reader.push(text.slice(at, at + pieceLength));
    }
  }
  yield* reader.end();
}

/** Feeds a parser and remembers the text of the record that is still open, to recover from it. */
class RecordReader {
  private readonly pending: Pending = { text: "", line: 1 };
  private parser = new LineParser();

  *push(text: string): Generator<CsvRecord> {
    this.pending.text += text;
    this.parser.write(text);
    yield* this.drain();
    while (this.pending.text.length > longestRecord) yield* this.skipLine();
  }

  *end(): Generator<CsvRecord> {
    // The parser looks ahead by a few bytes; empty lines push the last record out without ending it.
    yield* this.push("\n".repeat(16));
    while (this.pending.text.trim() !== "") yield* this.skipLine();
  }

  /** Hands out the records read so far, and recovers from the first fault behind them. */
  private *drain(): Generator<CsvRecord> {
    for (;;) {
      const { readings, fault } = this.parser.take();
      for (const { record, info } of readings) {
        const line = this.pending.line;
        this.advance(this.parser.firstLine + info.lines);
        if (record.length > 1 || record[0]?.trim()) yield { kind: "record", line, cells: record };
      }
      if (fault === undefined) return;
      yield this.restart(
        fault.cell,
        "the row has a quote inside a cell that is not quoted as a whole",
      );
    }
  }

  private *skipLine(): Generator<CsvRecord> {
    yield this.restart(openCell(this.pending.text), "the row has a quote that is never closed");
    yield* this.drain();
  }

  /** Gives up the first pending line and reads the rest of the pending text anew. */
  private restart(cell: number, reason: string): CsvRecord {
    const line = this.pending.line;
    this.advance(line + 1);
    this.parser = new LineParser(this.pending.line);
    this.parser.write(this.pending.text);
    return { kind: "broken", line, cell, reason };
  }

  private advance(toLine: number): void {
    let from = 0;
    for (; this.pending.line < toLine; this.pending.line++) {
      const end = this.pending.text.indexOf("\n", from);
      from = end === -1 ? this.pending.text.length : end + 1;
    }
    this.pending.text = this.pending.text.slice(from);
  }
}

/** csv-parse, driven without its events: records are taken after each write, faults by callback. */
class LineParser {
  /** The line of the document on which this parser's text starts. */
  readonly firstLine: number;
  private readonly parser: Parser;
  private taken = 0;
  private fault: Fault | undefined;

  constructor(firstLine = 1) {
    this.firstLine = firstLine;
    this.parser = new Parser({
      record_delimiter: "\n",
      relax_column_count: true,
      info: true,
      skip_records_with_error: true,
      on_skip: (error) => {
        // What follows a fault is read askew, so only the first one and the records before it count.
        this.fault ??= {
          recordsBefore: Number(error?.["records"] ?? 0),
          cell: Number(error?.["column"] ?? 0),
        };
      },
    });
  }

  write(text: string): void {
    this.parser.write(text);
  }

  take(): { readings: Reading[]; fault: Fault | undefined } {
    const readings: Reading[] = [];
    for (;;) {
      if (this.fault !== undefined && this.taken >= this.fault.recordsBefore) break;
      const reading: unknown = this.parser.read();
      if (!isReading(reading)) break;
      readings.push(reading);
      this.taken += 1;
    }
    return { readings, fault: this.fault };
  }
}

function isReading(value: unknown): value is Reading {
  return typeof value === "object" && value !== null && "record" in value && "info" in value;
}

/** The index of the cell in the text's first line that an unclosed quote opens. */
function openCell(text: string): number {
  const [line = ""] = text.split("\n", 1);
  const [before = ""] = line.replace(/"(?:[^"]|"")*"/g, "").split('"', 1);
  return before.split(",").length - 1;
}
