import { setImmediate as nextTurn } from "node:timers/promises";
import type { Logger } from "pino";
import type { Block } from "../chain/block.ts";
import type { HeadWatcher } from "../chain/createHeadWatcher.ts";
import { readBlock } from "../chain/readBlock.ts";
import type { Rpc } from "../chain/rpc.ts";
import type { Database } from "../database/database.ts";
import type { BroadcastLanes } from "./broadcastLanes.ts";
import { type Receipt, readReceipt } from "./readReceipt.ts";
import { type Outcome, recordOutcomes } from "./recordOutcomes.ts";
import type { StoredTransaction } from "./storedTransaction.ts";

/** How a tracked transaction ended, with its receipt when it has one. */
export interface Settled {
  readonly outcome: Outcome;
  readonly receipt: Receipt | undefined;
}

/** What the tracker works with. */
export interface TrackerOptions {
  readonly database: Database;
  readonly rpc: Rpc;
  readonly head: HeadWatcher;
  readonly lanes: BroadcastLanes;
  readonly logger: Pick<Logger, "warn" | "error">;
  /** After this long without a receipt the node is asked, and the same bytes are sent again. */
  readonly rebroadcastMs: number;
  readonly onDisplaced: (transaction: StoredTransaction) => void;
}

interface Tracked {
  readonly transaction: StoredTransaction;
  readonly promise: Promise<Settled>;
  readonly settle: (settled: Settled) => void;
  doubtedAt: number;
}

// Reading more blocks than this one by one costs more than asking for each pending receipt.
const MAXIMUM_BLOCKS = 64;

/** Follows stored transactions to their receipts, by the hashes that each new block lists. */
export class InclusionTracker {
  readonly #options: TrackerOptions;
  readonly #tracked = new Map<string, Tracked>();
  #seen: number | undefined;
  #newest: Block | undefined;
  #work: Promise<void> = Promise.resolve();
  #timer: NodeJS.Timeout | undefined;
  #unsubscribe: (() => void) | undefined;

  constructor(options: TrackerOptions) {
    this.#options = options;
  }

  get size(): number {
    return this.#tracked.size;
  }

  start(): void {
    const { head, rebroadcastMs } = this.#options;
    this.#unsubscribe = head.subscribe((block) => this.#lookSoon(block));
    const doubt = () => this.#enqueue(() => this.#doubtOld());
    this.#timer = setInterval(doubt, Math.max(rebroadcastMs / 4, 25));
  }

  async stop(): Promise<void> {
    this.#unsubscribe?.();
    clearInterval(this.#timer);
    await this.#work;
  }

  /** Resolves when the chain has decided about the transaction; this is recorded before. */
  track(transaction: StoredTransaction): Promise<Settled> {
    const known = this.#tracked.get(transaction.hash);
    if (known !== undefined) return known.promise;
    const { promise, resolve } = Promise.withResolvers<Settled>();
    const tracked = { transaction, promise, settle: resolve, doubtedAt: Date.now() };
    this.#tracked.set(transaction.hash, tracked);
    return promise;
  }

  /** One piece of work after the other; a failed one is made up for by the next. */
  #enqueue(work: () => Promise<void>): void {
    this.#work = this.#work.then(work).catch((error: unknown) => {
      this.#options.logger.warn({ err: error }, "outbox: looking for receipts again");
    });
  }

  /** Blocks that arrive while one look is at work are looked at together, once it is done. */
  #lookSoon(block: Block): void {
    const isQueued = this.#newest !== undefined;
    this.#newest = block;
    if (isQueued) return;
    this.#enqueue(async () => {
      await nextTurn();
      const newest = this.#newest;
      this.#newest = undefined;
      if (newest !== undefined) await this.#look(newest);
    });
  }

  async #look(head: Block): Promise<void> {
    const from = this.#seen === undefined ? head.number : this.#seen + 1;
    if (this.#tracked.size === 0 || head.number < from) {
      this.#seen = head.number;
      return;
    }
    const hashes = await this.#hashes(from, head);
    const receipts = await this.#receipts(hashes.filter((hash) => this.#tracked.has(hash)));
    await this.#conclude(receipts);
    this.#seen = head.number;
  }

  async #hashes(from: number, head: Block): Promise<string[]> {
    if (head.number - from > MAXIMUM_BLOCKS) return [...this.#tracked.keys()];
    const numbers = Array.from({ length: head.number - from }, (_, offset) => from + offset);
    const blocks = await Promise.all(numbers.map((number) => readBlock(this.#options.rpc, number)));
    return [...blocks, head].flatMap((block) => block?.transactionHashes ?? []);
  }

  async #receipts(hashes: readonly string[]): Promise<Receipt[]> {
    const receipts = await Promise.all(hashes.map((hash) => readReceipt(this.#options.rpc, hash)));
    return receipts.filter((receipt) => receipt !== undefined);
  }

  async #conclude(receipts: readonly Receipt[]): Promise<void> {
    const settled = receipts.flatMap((receipt): Settled[] => {
      const tracked = this.#tracked.get(receipt.transactionHash);
      if (tracked === undefined) return [];
      const { transaction } = tracked;
      const { blockNumber, blockHash, status } = receipt;
      const state = status === 1 ? "included" : "reverted";
      return [{ outcome: { transaction, state, blockNumber, blockHash }, receipt }];
    });
    await this.#settle(settled);
  }

  async #settle(settled: readonly Settled[]): Promise<void> {
    if (settled.length === 0) return;
    await recordOutcomes(
      this.#options.database,
      settled.map(({ outcome }) => outcome),
    );
    for (const each of settled) {
      const { transaction } = each.outcome;
      const tracked = this.#tracked.get(transaction.hash);
      this.#tracked.delete(transaction.hash);
      this.#options.lanes.finished(transaction);
      tracked?.settle(each);
    }
  }

  /** Asks the node about transactions that wait for long, and sends again what it forgot. */
  async #doubtOld(): Promise<void> {
    const { lanes, rebroadcastMs } = this.#options;
    const now = Date.now();
    const old = [...this.#tracked.values()].filter(
      ({ transaction, doubtedAt }) =>
        now - doubtedAt >= rebroadcastMs && lanes.isInFlight(transaction),
    );
    for (const tracked of old) tracked.doubtedAt = now;
    await Promise.all(old.map(({ transaction }) => this.#doubt(transaction)));
  }

  async #doubt(transaction: StoredTransaction): Promise<void> {
    const { rpc, lanes, onDisplaced, logger } = this.#options;
    // The count is read before the receipt: a receipt that is absent after it can't appear for a used nonce.
    const count = Number(await rpc.send("eth_getTransactionCount", [transaction.sender, "latest"]));
    const receipt = await readReceipt(rpc, transaction.hash);
    if (receipt !== undefined) return this.#conclude([receipt]);
    if (count <= transaction.nonce) return lanes.send(transaction);
    logger.error(
      { transactionHash: transaction.hash, sender: transaction.sender, nonce: transaction.nonce },
      "outbox: alarm, someone else used a nonce of this signer; its transaction is displaced",
    );
    const outcome = {
      transaction,
      state: "displaced",
      blockNumber: undefined,
      blockHash: undefined,
    } as const;
    await this.#settle([{ outcome, receipt: undefined }]);
    onDisplaced(transaction);
  }
}
