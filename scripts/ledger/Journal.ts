import { type FileHandle, open } from "node:fs/promises";
import { dirname } from "node:path";
import { journalFrame } from "./journalFrame.ts";
import {
  type BlockRecord,
  type JournalRecord,
  journalRecord,
  type SealRecord,
} from "./journalRecord.ts";
import { LedgerError } from "./LedgerError.ts";
import { readJournal } from "./readJournal.ts";
import { syncDirectory } from "./syncDirectory.ts";

/** The append-only file that is the ledger: everything else in its directory can be rebuilt. */
export class Journal {
  readonly path: string;
  readonly #file: FileHandle;
  #length: number;
  #digest: Buffer;
  #broken: LedgerError | undefined;

  private constructor(path: string, file: FileHandle, length: number, digest: Buffer) {
    this.path = path;
    this.#file = file;
    this.#length = length;
    this.#digest = digest;
  }

  get bytes(): number {
    return this.#length;
  }

  /**
   * Opens or creates the journal of one chain; a torn last record is cut off.
   * @param genesis chain id and genesis time in seconds, which must equal those of the file.
   * @throws {LedgerError} JOURNAL_CORRUPT, CHAIN_MISMATCH
   */
  static async open(
    path: string,
    genesis: { chainId: number; timestamp: number },
  ): Promise<Journal> {
    const file = await open(path, "a+");
    try {
      let length = 0;
      let digest: Buffer = journalFrame.FIRST_DIGEST;
      for await (const entry of readJournal(path)) {
        if (length === 0) assertSameChain(path, entry.record, genesis);
        length = entry.end;
        digest = entry.digest;
      }
      const { size } = await file.stat();
      if (size > length) {
        await file.truncate(length);
        await file.sync();
      }
      const journal = new Journal(path, file, length, digest);
      if (length === 0) {
        await journal.#append({ kind: "genesis", ...genesis }, true);
        await syncDirectory(dirname(path));
      }
      return journal;
    } catch (error) {
      await file.close();
      throw error;
    }
  }

  /** Returns once the block's transactions are on the disk. */
  async appendBlock(block: Omit<BlockRecord, "kind">): Promise<void> {
    await this.#append({ kind: "block", ...block }, true);
  }

  /** Not synced: what a seal says is found again by replaying its block. */
  async appendSeal(seal: Omit<SealRecord, "kind">): Promise<void> {
    await this.#append({ kind: "seal", ...seal }, false);
  }

  async close(): Promise<void> {
    await this.#file.close();
  }

  async #append(record: JournalRecord, durable: boolean): Promise<void> {
    if (this.#broken) throw this.#broken;
    const { kind, payload } = journalRecord.encode(record);
    const frame = journalFrame.encode(kind, payload, this.#digest);
    try {
      const { bytesWritten } = await this.#file.write(frame.bytes);
      if (bytesWritten !== frame.bytes.length) throw new Error("the disk took a part only");
      if (durable) await this.#file.datasync();
    } catch (error) {
      // After a failed sync nobody can say what is on the disk, so nothing more is written.
      const reason = error instanceof Error ? error.message : String(error);
      this.#broken = new LedgerError(
        "JOURNAL_UNWRITABLE",
        `The ledger could not write its journal (${reason}) and takes no more transactions until it is restarted.`,
        { cause: error },
      );
      throw this.#broken;
    }
    this.#length += frame.bytes.length;
    this.#digest = frame.digest;
  }
}

function assertSameChain(
  path: string,
  record: JournalRecord,
  genesis: { chainId: number; timestamp: number },
): void {
  const same =
    record.kind === "genesis" &&
    record.chainId === genesis.chainId &&
    record.timestamp === genesis.timestamp;
  if (same) return;
  throw new LedgerError(
    "CHAIN_MISMATCH",
    `The journal ${path} does not belong to the chain that meta.json beside it describes.`,
  );
}
