import type { Block } from "../chain/block.ts";
import { InconsistentRange } from "../chain/inconsistentRange.ts";
import { WakeableRest } from "../workers/wakeableRest.ts";
import { beginningOf } from "./beginningOf.ts";
import { BlockWaiters } from "./blockWaiters.ts";
import { CatchUpPace } from "./catchUpPace.ts";
import { checkHandlers } from "./checkHandlers.ts";
import type { Checkpoint } from "./checkpoint.ts";
import { checkpointStore } from "./checkpointStore.ts";
import { checkReorganised } from "./checkReorganised.ts";
import { createRowBuffer, type RowBuffer } from "./createRowBuffer.ts";
import { findFork } from "./findFork.ts";
import { isLasting } from "./isLasting.ts";
import { type BatchContext, projectBatch } from "./projectBatch.ts";
import { ProjectionDefect } from "./projectionDefect.ts";
import type { Projector, ProjectorStatus } from "./projector.ts";
import type { ProjectorOptions } from "./projectorOptions.ts";
import { type ProjectedTable, readTables } from "./readTables.ts";
import { resetProjection } from "./resetProjection.ts";
import { restAsLong } from "./restAsLong.ts";
import { retractBlocks } from "./retractBlocks.ts";
import { Turns } from "./turns.ts";

const PAUSE_MS = 50;
const LONGEST_PAUSE_MS = 2_000;

class ChainProjector implements Projector {
  readonly #options: ProjectorOptions;
  readonly #waiters = new BlockWaiters();
  readonly #listeners = new Set<(status: ProjectorStatus) => void>();
  #tables = new Map<string, ProjectedTable>();
  #rows: RowBuffer = createRowBuffer([]);
  #checkpoint: Checkpoint | undefined;
  readonly #pace = new CatchUpPace();
  readonly #turns = new Turns();
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
      progress: this.#pace.at(this.#checkpoint?.blockNumber ?? 0, this.#headNumber),
      sentence: this.#sentence,
      isComplete: this.#checkpoint?.isComplete ?? false,
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

  holdStill<T>(work: () => Promise<T>): Promise<T> {
    return this.#turns.take(work);
  }

  rebuild(): Promise<void> {
    return this.#turns.take(async () => {
      await this.#reset(await beginningOf(this.#options));
      this.#options.logger.info("projection: projecting from genesis, as asked");
    });
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

  async #resume(): Promise<void> {
    const { database, logger } = this.#options;
    const beginning = await beginningOf(this.#options);
    const stored = await checkpointStore.read(database);
    const isSame =
      stored?.fingerprint === beginning.fingerprint && stored.genesisHash === beginning.genesisHash;
    if (isSame) {
      this.#checkpoint = stored;
      return;
    }
    if (stored) logger.info("projection: code or chain changed, projecting from genesis");
    await this.#reset(beginning);
  }

  async #reset(beginning: Checkpoint): Promise<void> {
    this.#rows.clear();
    await this.#options.database.transaction((transaction) =>
      resetProjection(transaction, this.#tables.values(), beginning),
    );
    this.#checkpoint = beginning;
    this.#state = "catching-up";
    this.#sentence = undefined;
  }

  async #run(): Promise<void> {
    let pause = PAUSE_MS;
    while (this.#running) {
      try {
        this.#rest.begin();
        const started = performance.now();
        const advanced = await this.#turns.take(() => this.#advance());
        pause = PAUSE_MS;
        if (!advanced) await this.#rest.rest(PAUSE_MS);
        else if (this.#state === "following") await restAsLong(started);
      } catch (error) {
        this.#rows.clear();
        // A chain that changed while it was read is read again without a word, unless it goes on like that.
        const isPassing = error instanceof InconsistentRange && pause === PAUSE_MS;
        if (isLasting(error)) this.#stopFor(error);
        else if (!isPassing) this.#retry(error instanceof Error ? error.message : String(error));
        await this.#rest.rest(pause);
        pause = Math.min(pause * 2, LONGEST_PAUSE_MS);
      }
    }
  }

  /** Projects the next batch; false when there is none, or when a person has to look before. */
  async #advance(): Promise<boolean> {
    if (this.#state === "stopped") return false;
    const { source, batchBlocks = 250 } = this.#options;
    const from = this.#checkpoint;
    const head = await source.block("latest");
    if (from === undefined || head === undefined) return false;
    this.#headNumber = head.number;
    if (head.number < from.blockNumber) return this.#shorter(from, head);
    if (head.number === from.blockNumber) {
      if (head.hash !== from.blockHash) return this.#reorganised(from);
      this.#settle("following");
      return false;
    }
    this.#pace.begin(from.blockNumber);
    const to = Math.min(head.number, from.blockNumber + batchBlocks);
    const range = await source.range(from.blockNumber + 1, to);
    if (range.blocks[0]?.parentHash !== from.blockHash) return this.#reorganised(from);
    const next = await projectBatch(this.#context(), from, range);
    if (next === undefined) await this.#readAgain(from);
    else this.#checkpoint = next;
    this.#settle(to === head.number ? "following" : "catching-up");
    return true;
  }

  /** Another gateway moved the checkpoint, so rows changed that this one remembers. */
  async #readAgain(from: Checkpoint): Promise<void> {
    this.#rows.clear();
    this.#checkpoint = (await checkpointStore.read(this.#options.database)) ?? from;
  }

  #context(): BatchContext {
    const { recordOnly, finality, undoDepth = 64, ...options } = this.#options;
    const undoFrom = finality === "final" ? Number.POSITIVE_INFINITY : this.#headNumber - undoDepth;
    const known = { recordOnly: new Set(recordOnly), rows: this.#rows };
    return { ...options, ...known, undoFrom, undoDepth, headNumber: this.#headNumber };
  }

  #settle(state: "following" | "catching-up"): void {
    this.#state = state;
    this.#sentence = undefined;
    const { blockNumber } = this.status();
    const said = this.#pace.sentence(blockNumber, this.#headNumber);
    if (said !== undefined) this.#options.logger.info(`projection: ${said}`);
    if (state === "following") this.#pace.end();
    this.#waiters.reached(blockNumber);
    const status = this.status();
    for (const listener of this.#listeners) listener(status);
  }

  /** Says once why it stands still, not at each attempt. */
  #retry(sentence: string): void {
    if (this.#state !== "retrying") this.#options.logger.warn({ sentence }, "projection: waiting");
    this.#state = "retrying";
    this.#sentence = sentence;
  }

  /** A head below the checkpoint is an endpoint that lags: only another block in a projected place is a reorganisation. */
  async #shorter(from: Checkpoint, head: Block): Promise<boolean> {
    const projected = await findFork.projectedHash(this.#options.database, head.number);
    if (projected !== undefined && projected !== head.hash) return this.#reorganised(from, head);
    this.#retry(`The node is at block ${head.number}, behind projected block ${from.blockNumber}.`);
    return false;
  }

  async #reorganised(from: Checkpoint, shorter?: Block): Promise<boolean> {
    await checkReorganised(this.#options.source, from, shorter);
    const { database, source, finality, logger } = this.#options;
    const sentence = `Block ${from.blockNumber} (${from.blockHash}) is no longer part of the chain.`;
    if (finality === "final") {
      throw new ProjectionDefect(`Incident: ${sentence} On this engine blocks are final.`);
    }
    const tables = this.#tables.values();
    const beginning = await beginningOf(this.#options);
    const context = { database, source, tables, rows: this.#rows, beginning };
    const retracted = await retractBlocks(context, from);
    if (retracted === undefined) await this.#readAgain(from);
    else {
      this.#checkpoint = retracted.checkpoint;
      logger.warn({ undone: retracted.undone }, `projection: ${sentence} Blocks were taken back.`);
    }
    this.#settle("catching-up");
    return true;
  }

  #stopFor(error: unknown): void {
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
