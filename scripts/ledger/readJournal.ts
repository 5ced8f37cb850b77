import { type FileHandle, open } from "node:fs/promises";
import { journalFrame } from "./journalFrame.ts";
import { type JournalRecord, journalRecord } from "./journalRecord.ts";
import { LedgerError } from "./LedgerError.ts";

export type JournalEntry = { record: JournalRecord; end: number; digest: Buffer };

const WINDOW_BYTES = 4 * 1024 * 1024;
const { HEADER_BYTES, DIGEST_BYTES, MAGIC } = journalFrame;

async function readAt(file: FileHandle, position: number, length: number): Promise<Buffer> {
  const bytes = Buffer.alloc(length);
  const { bytesRead } = await file.read(bytes, 0, length, position);
  return bytes.subarray(0, bytesRead);
}

/** Reads ahead in large windows, so that small records do not cost a system call each. */
function windowed(file: FileHandle): (position: number, length: number) => Promise<Buffer> {
  let window: Buffer = Buffer.alloc(0);
  let start = 0;
  return async (position, length) => {
    if (position < start || position + length > start + window.length) {
      window = await readAt(file, position, Math.max(length, WINDOW_BYTES));
      start = position;
    }
    return window.subarray(position - start, position - start + length);
  };
}

/** True when any readable header follows `from`: then what lies before it is damage, not a tear. */
async function recordFollows(file: FileHandle, from: number, size: number): Promise<boolean> {
  for (let position = from; position < size; position += WINDOW_BYTES) {
    const window = await readAt(file, position, WINDOW_BYTES + HEADER_BYTES);
    let at = window.indexOf(MAGIC);
    while (at !== -1) {
      if (journalFrame.readHeader(window.subarray(at))) return true;
      at = window.indexOf(MAGIC, at + 1);
    }
  }
  return false;
}

/**
 * Every intact record in order, with the offset where it ends. Stops before a torn last record.
 * @throws {LedgerError} JOURNAL_CORRUPT when a damaged record is followed by a readable one.
 */
export async function* readJournal(path: string): AsyncGenerator<JournalEntry> {
  const file = await open(path, "r");
  try {
    const { size } = await file.stat();
    const read = windowed(file);
    let digest: Buffer = journalFrame.FIRST_DIGEST;
    let position = 0;
    while (position < size) {
      const header = await read(position, HEADER_BYTES);
      const frame = journalFrame.readHeader(header);
      const total = HEADER_BYTES + (frame?.payloadBytes ?? 0) + DIGEST_BYTES;
      let intact = false;
      if (frame && position + total <= size) {
        // Copied, since the caller may keep transactions longer than the window lives.
        const bytes = Buffer.from(await read(position, total));
        const payload = bytes.subarray(HEADER_BYTES, total - DIGEST_BYTES);
        const own = journalFrame.digest(digest, bytes.subarray(0, HEADER_BYTES), payload);
        intact = own.equals(bytes.subarray(total - DIGEST_BYTES));
        if (intact) {
          digest = own;
          position += total;
          yield { record: journalRecord.decode(frame.kind, payload), end: position, digest };
        }
      }
      if (!intact) {
        if (!(await recordFollows(file, position + 1, size))) return;
        throw new LedgerError(
          "JOURNAL_CORRUPT",
          `The ledger's journal ${path} is damaged at byte ${position}, and readable records follow, ` +
            "so nothing was changed. Restore the file from a copy, or start fresh.",
        );
      }
    }
  } finally {
    await file.close();
  }
}
