import { setImmediate as nextTurn } from "node:timers/promises";
import type { Logger } from "pino";
import type { Block } from "../chain/block.ts";
import type { HeadWatcher } from "../chain/createHeadWatcher.ts";
import { NodeFault } from "../chain/nodeFault.ts";
import { readBlock } from "../chain/readBlock.ts";
import { type Receipt, readReceipt } from "../chain/readReceipt.ts";
import { readTransactionCount } from "../chain/readTransactionCount.ts";
import type { Rpc } from "../chain/rpc.ts";
import type { Database } from "../database/database.ts";
import type { BroadcastLanes } from "./broadcastLanes.ts";
import { findNonceUser, type NonceUser } from "./findNonceUser.ts";
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
  #doubts: Promise<void> | undefined;
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
    this.#timer = setInterval(() => this.#doubtSoon(), Math.max(rebroadcastMs / 4, 25));
  }

  async stop(): Promise<void> {
    this.#unsubscribe?.();
    clearInterval(this.#timer);
    await Promise.all([this.#work, this.#doubts]);
  }

  /** Resolves when the chain has decided about the transaction; this is recorded before. */
  track(transaction: StoredTransaction): Promise<Settled> {
    const known = this.#tracked.get(transaction.hash);
    if (known !== undefined) return known.promise;
    const { promise, resolve } = Promise.withResolvers<Settled>();
    const tracked = { transaction, promise, settle: resolve, doubtedAt: performance.now() };
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
    const blocks = await this.#blocks(from, head);
    this.#seen = head.number;
    await this.#conclude(await this.#receipts(blocks));
  }

  /** The new blocks; when there are too many the receipts of whatever is tracked are asked for one by one. */
  async #blocks(from: number, head: Block): Promise<Block[]> {
    if (head.number - from > MAXIMUM_BLOCKS) {
      for (const hash of this.#tracked.keys()) this.#doubtNow(hash);
      return [];
    }
    const numbers = Array.from({ length: head.number - from }, (_, offset) => from + offset);
    const blocks = await Promise.all(numbers.map((number) => readBlock(this.#options.rpc, number)));
    return [...blocks.filter((block) => block !== undefined), head];
  }

  /** Receipts of what is tracked and in these blocks. One that is missing, or of another branch, is asked for later. */
  async #receipts(blocks: readonly Block[]): Promise<Receipt[]> {
    const { rpc } = this.#options;
    const listed = blocks.flatMap(({ hash, transactionHashes }) =>
      transactionHashes
        .filter((each) => this.#tracked.has(each))
        .map((each) => ({ hash: each, block: hash, asked: readReceipt(rpc, each) })),
    );
    const settled = await Promise.allSettled(listed.map(({ asked }) => asked));
    return listed.flatMap(({ hash, block }, index) => {
      const each = settled[index];
      const receipt = each?.status === "fulfilled" ? each.value : undefined;
      if (receipt?.blockHash === block) return [receipt];
      this.#doubtNow(hash);
      return [];
    });
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

  #doubtNow(hash: string): void {
    const tracked = this.#tracked.get(hash);
    if (tracked !== undefined) tracked.doubtedAt = Number.NEGATIVE_INFINITY;
  }

  /** Beside the looks at new blocks: a node that is slow about one transaction holds up no other. */
  #doubtSoon(): void {
    this.#doubts ??= this.#doubtOld().finally(() => {
      this.#doubts = undefined;
    });
  }

  /** Asks the node about transactions that wait for long, and sends again what it forgot. */
  async #doubtOld(): Promise<void> {
    const { lanes, rebroadcastMs, logger } = this.#options;
    const now = performance.now();
    const old = [...this.#tracked.values()].filter(
      ({ transaction, doubtedAt }) =>
        now - doubtedAt >= rebroadcastMs && lanes.isInFlight(transaction),
    );
    for (const tracked of old) tracked.doubtedAt = now;
    const doubts = await Promise.allSettled(old.map(({ transaction }) => this.#doubt(transaction)));
    const failed = doubts.filter((each) => each.status === "rejected");
    if (failed[0] === undefined) return;
    logger.warn({ err: failed[0].reason, count: failed.length }, "outbox: asking the node again");
  }

  async #doubt(transaction: StoredTransaction): Promise<void> {
    const { rpc, lanes } = this.#options;
    const { hash, sender, nonce } = transaction;
    const receipt = await readReceipt(rpc, hash);
    if (receipt !== undefined) return this.#conclude([await this.#canonical(receipt)]);
    const count = await readTransactionCount(rpc, sender, "latest");
    if (count <= nonce) return lanes.send(transaction);
    const user = await findNonceUser(rpc, sender, nonce);
    // Ours is included after all, and its receipt is late; the next doubt finds it.
    if (user?.hash === hash) return;
    if (user !== undefined) await this.#displace(transaction, user);
  }

  /** A receipt whose block is the chain's; throws `NodeFault` for one of another branch. */
  async #canonical(receipt: Receipt): Promise<Receipt> {
    const { transactionHash, blockNumber, blockHash } = receipt;
    const block = await readBlock(this.#options.rpc, blockNumber);
    if (block?.hash === blockHash && block.transactionHashes.includes(transactionHash))
      return receipt;
    throw new NodeFault(`The receipt of ${transactionHash} is of no block of the chain.`);
  }

  async #displace(transaction: StoredTransaction, user: NonceUser): Promise<void> {
    const { logger, onDisplaced } = this.#options;
    const { hash, sender, nonce } = transaction;
    logger.error(
      { transactionHash: hash, sender, nonce, usedBy: user.hash, blockNumber: user.blockNumber },
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
