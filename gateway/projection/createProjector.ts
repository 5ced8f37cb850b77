import type { Logger } from "pino";
import type { ChainSource } from "../chain/createChainSource.ts";
import type { EventDecoder } from "../chain/createEventDecoder.ts";
import type { EngineProfile } from "../chain/engineProfile.ts";
import { InconsistentRange } from "../chain/inconsistentRange.ts";
import type { Database } from "../database/database.ts";
import type { EventHandlers } from "./applyEvent.ts";
import { BlockWaiters } from "./blockWaiters.ts";
import { checkHandlers } from "./checkHandlers.ts";
import type { Checkpoint } from "./checkpoint.ts";
import { checkpointStore } from "./checkpointStore.ts";
import { createRowBuffer, type RowBuffer } from "./createRowBuffer.ts";
import { isLasting } from "./isLasting.ts";
import { type BatchContext, projectBatch } from "./projectBatch.ts";
import { ProjectionDefect } from "./projectionDefect.ts";
import type { Projector, ProjectorStatus } from "./projector.ts";
import { type ProjectedTable, readTables } from "./readTables.ts";
import { resetProjection } from "./resetProjection.ts";
import { restAsLong } from "./restAsLong.ts";
import { WakeableRest } from "./wakeableRest.ts";

/** What a projector is made of. */
export interface ProjectorOptions {
  readonly database: Database;
  readonly source: ChainSource;
  readonly decoder: EventDecoder;
  readonly handlers: EventHandlers;
  /** Events that are logged and change no row, as `Contract.Event`. */
  readonly recordOnly: readonly string[];
  /** Changes whenever tables or handlers do; then everything is projected again. */
  readonly schemaFingerprint: string;
  readonly finality: EngineProfile["finality"];
  readonly logger: Pick<Logger, "info" | "warn" | "error">;
  /** First block that can hold an event of the ledger. */
  readonly startBlock?: number;
  /** Blocks of one transaction while catching up. */
  readonly batchBlocks?: number;
}

const PAUSE_MS = 50;
const LONGEST_PAUSE_MS = 2_000;

class ChainProjector implements Projector {
  readonly #options: ProjectorOptions;
  readonly #waiters = new BlockWaiters();
  readonly #listeners = new Set<(status: ProjectorStatus) => void>();
  #tables = new Map<string, ProjectedTable>();
  #rows: RowBuffer = createRowBuffer([]);
  #checkpoint: Checkpoint | undefined;
  #headNumber = -1;
  #state: ProjectorStatus["state"] = "idle";
  #sentence: string | undefined;
  #running = false;
  readonly #rest = new WakeableRest();
  #loop: Promise<void> = Promise.resolve();

  constructor(options: ProjectorOptions) {
    this.#options = options;
  }

  status(): ProjectorStatus {
    return {
      state: this.#state,
      blockNumber: this.#checkpoint?.blockNumber ?? -1,
      blockTime: this.#checkpoint?.blockTime,
      headNumber: this.#headNumber,
      sentence: this.#sentence,
    };
  }

  waitForBlock(block: number, timeoutMs = 5_000): Promise<void> {
    if (block <= this.status().blockNumber) return Promise.resolve();
    const waiting = this.#waiters.wait(block, timeoutMs);
    if (this.#state === "stopped")
      this.#waiters.fail(this.#sentence ?? "The projection is stopped.");
    else this.poke();
    return waiting;
  }

  poke(): void {
    this.#rest.poke();
  }

  onAdvance(listener: (status: ProjectorStatus) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  async start(): Promise<void> {
    const { database, decoder, handlers, recordOnly } = this.#options;
    checkHandlers(decoder.eventNames, handlers, new Set(recordOnly));
    this.#tables = await readTables(database);
    this.#rows = createRowBuffer(this.#tables.values());
    await this.#resume();
    this.#running = true;
    this.#state = "catching-up";
    this.#loop = this.#run();
  }

  async stop(): Promise<void> {
    this.#running = false;
    this.poke();
    await this.#loop;
    this.#waiters.fail("The gateway is shutting down.");
  }

  async #beginning(): Promise<Checkpoint> {
    const { source, startBlock = 0, schemaFingerprint } = this.#options;
    const before = Math.max(startBlock - 1, 0);
    const genesis = await source.block(0);
    const first = await source.block(before);
    if (genesis === undefined || first === undefined) {
      throw new Error(`The node has no block ${before} to begin the projection at.`);
    }
    return {
      blockNumber: first.number,
      blockHash: first.hash,
      parentHash: first.parentHash,
      blockTime: new Date(first.timestamp * 1000),
      genesisHash: genesis.hash,
      fingerprint: schemaFingerprint,
    };
  }

  async #resume(): Promise<void> {
    const { database, logger } = this.#options;
    const beginning = await this.#beginning();
    const stored = await checkpointStore.read(database);
    const isSame =
      stored?.fingerprint === beginning.fingerprint && stored.genesisHash === beginning.genesisHash;
    if (isSame) {
      this.#checkpoint = stored;
      return;
    }
    if (stored) logger.info("projection: code or chain changed, projecting from genesis");
    await resetProjection(database, this.#tables.values(), beginning);
    this.#checkpoint = beginning;
  }

  async #run(): Promise<void> {
    let pause = PAUSE_MS;
    while (this.#running) {
      try {
        this.#rest.begin();
        const started = performance.now();
        const advanced = await this.#advance();
        pause = PAUSE_MS;
        if (!advanced) await this.#rest.rest(PAUSE_MS);
        else if (this.#state === "following") await restAsLong(started);
      } catch (error) {
        this.#rows.clear();
        if (isLasting(error)) {
          this.#stopFor(error);
          return;
        }
        // A chain that changed while it was read is read again without a word, unless it goes on like that.
        const isPassing = error instanceof InconsistentRange && pause === PAUSE_MS;
        if (!isPassing) this.#retry(error instanceof Error ? error.message : String(error));
        await this.#rest.rest(pause);
        pause = Math.min(pause * 2, LONGEST_PAUSE_MS);
      }
    }
  }

  /** Projects the next batch; false when there is none. */
  async #advance(): Promise<boolean> {
    const { source, batchBlocks = 250 } = this.#options;
    const from = this.#checkpoint;
    const head = await source.block("latest");
    if (from === undefined || head === undefined) return false;
    this.#headNumber = head.number;
    if (head.number < from.blockNumber) return this.#shorter(head.number, from);
    if (head.number === from.blockNumber) {
      if (head.hash !== from.blockHash) return this.#reorganised(from);
      this.#settle("following");
      return false;
    }
    const to = Math.min(head.number, from.blockNumber + batchBlocks);
    const range = await source.range(from.blockNumber + 1, to);
    if (range.blocks[0]?.parentHash !== from.blockHash) return this.#reorganised(from);
    const next = await projectBatch(this.#context(), from, range);
    if (next === undefined) {
      this.#rows.clear();
      this.#checkpoint = (await checkpointStore.read(this.#options.database)) ?? from;
    } else this.#checkpoint = next;
    this.#settle(to === head.number ? "following" : "catching-up");
    return true;
  }

  #context(): BatchContext {
    const { database, decoder, handlers, recordOnly } = this.#options;
    return { database, decoder, handlers, recordOnly: new Set(recordOnly), rows: this.#rows };
  }

  #settle(state: "following" | "catching-up"): void {
    this.#state = state;
    this.#sentence = undefined;
    const status = this.status();
    this.#waiters.reached(status.blockNumber);
    for (const listener of this.#listeners) listener(status);
  }

  /** Says once why it stands still, not at each attempt. */
  #retry(sentence: string): void {
    if (this.#state !== "retrying") this.#options.logger.warn({ sentence }, "projection: waiting");
    this.#state = "retrying";
    this.#sentence = sentence;
  }

  /** A head below the checkpoint is an endpoint that lags: only another block in the same place is a reorganisation. */
  #shorter(headNumber: number, from: Checkpoint): boolean {
    this.#retry(`The node is at block ${headNumber}, behind projected block ${from.blockNumber}.`);
    return false;
  }

  /** Undoing needs evidence, not one odd answer: the node must name another block in the checkpoint's place. */
  async #checkReorganised(from: Checkpoint): Promise<void> {
    const block = await this.#options.source.block(from.blockNumber);
    if (block !== undefined && block.hash !== from.blockHash) return;
    throw new InconsistentRange(`The node contradicts itself about block ${from.blockNumber}.`);
  }

  async #reorganised(from: Checkpoint): Promise<boolean> {
    await this.#checkReorganised(from);
    const sentence = `Block ${from.blockNumber} (${from.blockHash}) is no longer part of the chain.`;
    if (this.#options.finality === "final") {
      throw new ProjectionDefect(`Incident: ${sentence} On this engine blocks are final.`);
    }
    this.#options.logger.warn(`projection: ${sentence} Projecting from genesis.`);
    this.#rows.clear();
    const beginning = await this.#beginning();
    await resetProjection(this.#options.database, this.#tables.values(), beginning);
    this.#checkpoint = beginning;
    this.#state = "catching-up";
    return true;
  }

  #stopFor(error: unknown): void {
    this.#running = false;
    this.#state = "stopped";
    this.#sentence = error instanceof Error ? error.message : String(error);
    this.#options.logger.error({ err: error }, "projection: stopped");
    this.#waiters.fail(this.#sentence);
  }
}

/** A projector over one database and one chain. */
export function createProjector(options: ProjectorOptions): Projector {
  return new ChainProjector(options);
}
