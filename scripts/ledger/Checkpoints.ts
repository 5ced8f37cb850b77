import { createHash } from "node:crypto";
import { createReadStream, createWriteStream } from "node:fs";
import { mkdir, open, readdir, readFile, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { createGunzip } from "node:zlib";
import type { AnvilNode } from "./AnvilNode.ts";
import { isRecord } from "./isRecord.ts";
import type { ChainState } from "./replayJournal.ts";
import { resultBytes } from "./resultBytes.ts";
import { writeDurably } from "./writeDurably.ts";

export type Checkpoint = { state: ChainState; file: string; sha256: string };

const KEPT = 2;

/**
 * Dumps of the node's whole state, blocks, receipts and logs, so that a start replays the tail
 * only. Every one can be thrown away: the journal alone is the ledger.
 */
export class Checkpoints {
  readonly #directory: string;

  private constructor(directory: string) {
    this.#directory = directory;
  }

  static async open(ledgerDirectory: string): Promise<Checkpoints> {
    const directory = join(ledgerDirectory, "checkpoints");
    await mkdir(directory, { recursive: true });
    const checkpoints = new Checkpoints(directory);
    await checkpoints.#forget((name) => /\.(draft|loading\.json)$/.test(name));
    return checkpoints;
  }

  /** Must not run beside mining: the dump is of the block that `state` names. */
  async write(node: AnvilNode, state: ChainState): Promise<void> {
    const name = String(state.number).padStart(12, "0");
    const file = join(this.#directory, `${name}.state.gz`);
    const answer = await node.client.stream("anvil_dumpState");
    await pipeline(answer, resultBytes, createWriteStream(`${file}.draft`, { flush: true }));
    const sha256 = await digestOf(`${file}.draft`);
    await rename(`${file}.draft`, file);
    const about = { ...state, pool: [...state.pool], sha256 };
    await writeDurably(join(this.#directory, `${name}.json`), JSON.stringify(about));
    const kept = (await this.#names()).slice(0, KEPT);
    await this.#forget((other) => !kept.some((one) => other.startsWith(one)));
  }

  /** Newest first. */
  async list(): Promise<Checkpoint[]> {
    const found: Checkpoint[] = [];
    for (const name of await this.#names()) {
      const about = parse(await readFile(join(this.#directory, `${name}.json`), "utf8"));
      if (!isRecord(about) || !Array.isArray(about["pool"])) continue;
      const pool = new Map(
        about["pool"].map((pair: unknown): [string, string] => {
          const [hash, raw]: unknown[] = Array.isArray(pair) ? pair : [];
          return [String(hash), String(raw)];
        }),
      );
      const { number, timestamp, hash, sha256 } = about;
      const state = {
        number: Number(number),
        timestamp: Number(timestamp),
        hash: String(hash),
        pool,
      };
      const file = join(this.#directory, `${name}.state.gz`);
      found.push({ state, file, sha256: String(sha256) });
    }
    return found;
  }

  /** Unpacks a checkpoint for the node; throws when the file is not what was written. */
  async unpack(checkpoint: Checkpoint, into: string): Promise<void> {
    if ((await digestOf(checkpoint.file)) !== checkpoint.sha256)
      throw new Error("the file's digest is another one than when it was written");
    await pipeline(createReadStream(checkpoint.file), createGunzip(), createWriteStream(into));
  }

  async #names(): Promise<string[]> {
    const files = await readdir(this.#directory);
    const names = files.filter((file) => /^\d+\.json$/.test(file)).map((file) => file.slice(0, -5));
    return names.sort().reverse();
  }

  async #forget(chosen: (name: string) => boolean): Promise<void> {
    for (const name of await readdir(this.#directory))
      if (chosen(name)) await rm(join(this.#directory, name), { force: true });
  }
}

/** Undefined for text that is no JSON: such a checkpoint is passed over. */
function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

async function digestOf(path: string): Promise<string> {
  const hash = createHash("sha256");
  const file = await open(path, "r");
  try {
    for await (const chunk of file.createReadStream()) hash.update(chunk as Buffer);
  } finally {
    await file.close();
  }
  return hash.digest("hex");
}
