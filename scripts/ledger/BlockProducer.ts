import { setTimeout } from "node:timers/promises";
import { BatchSizer } from "./BatchSizer.ts";
import type { Admitted, BlockSummary, Chain } from "./Chain.ts";
import { knownHashes } from "./knownHashes.ts";
import type { LedgerClock } from "./LedgerClock.ts";
import { RpcError } from "./RpcError.ts";
import { type Answer, SubmissionQueue } from "./SubmissionQueue.ts";

const DROPPED = RpcError.unavailable("The transaction became invalid before its turn came.");

/**
 * Group commit: while one block is journalled and mined, what arrives waits for the next one. All
 * work on the chain goes through here, one step after the other.
 */
export class BlockProducer {
  readonly #chain: Chain;
  readonly #clock: LedgerClock;
  readonly #sizer: BatchSizer;
  readonly #queue = new SubmissionQueue();
  readonly #tasks: (() => Promise<void>)[] = [];
  #running: Promise<void> | undefined;
  #closing = false;
  /** Whether the node may hold what fits only into a further block. */
  #more: boolean;
  /** When the last step ended, in milliseconds of `performance.now()`. */
  lastActive = performance.now();

  constructor(chain: Chain, clock: LedgerClock, maxTransactions: number) {
    this.#chain = chain;
    this.#clock = clock;
    this.#sizer = new BatchSizer(maxTransactions);
    this.#more = chain.state.pool.size > 0;
    this.#wake();
  }

  get waiting(): number {
    return this.#queue.size;
  }

  /**
   * Resolves with the hash once the transaction is on the disk and its block is mined. One after
   * a nonce gap is on the disk, but waits for the missing ones.
   * @throws {RpcError} what the node has against it.
   */
  submit(raw: string): Promise<string> {
    if (this.#closing) return Promise.reject(RpcError.unavailable("The ledger is closing."));
    queueMicrotask(() => this.#wake());
    return this.#queue.push(raw);
  }

  /** Mines a block with nothing new in it, at the time (Unix seconds) that `at` tells, or now. */
  mineEmpty(at?: () => number): Promise<BlockSummary> {
    return this.exclusive(async () => (await this.#mine([], at?.())).block);
  }

  /** Runs `work` while no block is being made. */
  exclusive<T>(work: () => Promise<T>): Promise<T> {
    if (this.#closing) return Promise.reject(RpcError.unavailable("The ledger is closing."));
    return new Promise((resolve, reject) => {
      this.#tasks.push(() => this.#recover().then(work).then(resolve, reject));
      this.#wake();
    });
  }

  /** Refuses what comes from now on, and returns when all that came before is answered. */
  async close(): Promise<void> {
    this.#closing = true;
    while (this.#running !== undefined) await this.#running;
  }

  get #busy(): boolean {
    return this.waiting > 0 || this.#tasks.length > 0 || this.#more;
  }

  #wake(): void {
    if (!this.#busy) return;
    this.#running ??= this.#run().finally(() => {
      this.#running = undefined;
      this.#wake();
    });
  }

  async #run(): Promise<void> {
    while (this.#busy) {
      const task = this.#tasks.shift();
      if (task) await task();
      else if (this.#queue.size > 0) await this.#round();
      else await this.#drain();
      this.lastActive = performance.now();
    }
  }

  /** One block, or none when the node refuses everything; answers every caller in any case. */
  async #round(): Promise<void> {
    const linger = this.#sizer.lingerMs(this.#queue.size);
    if (linger > 0) await setTimeout(linger);
    const { raws, answer } = this.#queue.take(this.#sizer.limit(this.#queue.size));
    answer(await this.#commit(raws));
  }

  /** Never throws: why a transaction is not on the ledger is an answer. */
  async #commit(raws: readonly string[]): Promise<Answer[]> {
    let answers: Answer[] = raws.map(() => RpcError.unavailable("The node died. Send it again."));
    try {
      await this.#recover();
      const began = performance.now();
      const outcomes = await this.#chain.admit(raws);
      const admittedAt = performance.now();
      answers = outcomes.map((one) => (one instanceof RpcError ? one : one.hash));
      const admitted = outcomes.filter((one): one is Admitted => !(one instanceof RpcError));
      if (admitted.length === 0) return answers;
      const { dropped } = await this.#mine(admitted);
      this.#sizer.observe(raws.length, admittedAt - began, performance.now() - admittedAt);
      return answers.map((one) => (typeof one === "string" && dropped.has(one) ? DROPPED : one));
    } catch (error) {
      // A node that died took the answer with it; its successor knows what the journal had.
      const reason = error instanceof Error ? error : new Error(String(error));
      const recovered = await this.#recover().catch(() => false);
      if (!recovered) return raws.map(() => reason);
      const hashes = answers.filter((one) => typeof one === "string");
      const { client } = this.#chain.node;
      const kept = await knownHashes(client, hashes).catch(() => new Set());
      return answers.map((one) => (typeof one === "string" && !kept.has(one) ? reason : one));
    }
  }

  /** Mines what the node still holds; should that fail, the next writer is told. */
  async #drain(): Promise<void> {
    try {
      await this.#recover();
      this.#more = await this.#chain.node.holdsReady();
      if (this.#more) await this.#mine([]);
    } catch {
      this.#more = false;
    }
  }

  async #mine(admitted: readonly Admitted[], timestamp = this.#clock.now()) {
    const result = await this.#chain.mine(admitted, timestamp);
    this.#clock.advance(timestamp);
    this.#more = result.more;
    return result;
  }

  async #recover(): Promise<boolean> {
    const recovered = await this.#chain.recover();
    if (recovered) this.#more = this.#chain.state.pool.size > 0;
    return recovered;
  }
}
