import { existsSync } from "node:fs";
import { DirectoryLock } from "../ledger/DirectoryLock.ts";
import { LedgerError } from "../ledger/LedgerError.ts";
import { NetworkError } from "./NetworkError.ts";
import { networkState } from "./networkState.ts";

/** What a verb answers: one object for programs, lines for people. */
export interface VerbAnswer {
  readonly answer: object;
  readonly lines: readonly string[];
  /** 0 without it. */
  readonly exitCode?: 1 | 2;
}

/** One verb changes a network at a time. */
function lockOf(directory: string): DirectoryLock {
  try {
    return new DirectoryLock(directory);
  } catch (error) {
    if (!(error instanceof LedgerError)) throw error;
    const sentence = `Another command is at work on the network in ${directory}. Wait until it is done.`;
    throw new NetworkError("NETWORK_BUSY", sentence, 1, { cause: error });
  }
}

function failed(error: unknown, json: boolean): void {
  if (!(error instanceof Error)) throw error;
  const code = error instanceof NetworkError ? error.code : "FAILED";
  console.error(error.message);
  if (json) console.log(JSON.stringify({ error: { code, message: error.message } }));
  process.exitCode = error instanceof NetworkError ? error.exitCode : 1;
}

/** Runs a verb and prints its answer: for `json` one object, else its lines. What can't be done is said in a sentence. */
export async function runVerb(
  { directory, json, changes }: { directory: string; json: boolean; changes: boolean },
  work: () => Promise<VerbAnswer>,
): Promise<void> {
  let lock: DirectoryLock | undefined;
  try {
    if (changes && !existsSync(directory)) networkState.read(directory);
    lock = changes ? lockOf(directory) : undefined;
    const { answer, lines, exitCode = 0 } = await work();
    console.log(json ? JSON.stringify(answer) : lines.join("\n"));
    process.exitCode = exitCode;
  } catch (error) {
    failed(error, json);
  } finally {
    lock?.release();
  }
}
