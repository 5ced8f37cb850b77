import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { LedgerError } from "./LedgerError.ts";

/**
 * Keeps a second launcher out of a directory. The lock is the operating system's, taken through
 * SQLite, so it ends with its process, however that ends; a file with a process id would not.
 */
export class DirectoryLock {
  readonly #database: DatabaseSync;

  /** @throws {LedgerError} DIRECTORY_IN_USE */
  constructor(directory: string) {
    this.#database = new DatabaseSync(join(directory, "lock"));
    try {
      this.#database.exec("PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE");
    } catch (error) {
      this.#database.close();
      throw new LedgerError(
        "DIRECTORY_IN_USE",
        `Another process is running the ledger in ${directory}. Stop it first, or choose another directory.`,
        { cause: error },
      );
    }
  }

  release(): void {
    this.#database.close();
  }
}
