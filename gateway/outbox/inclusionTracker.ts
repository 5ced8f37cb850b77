import { setImmediate as nextTurn } from "node:timers/promises";
import type { EngineProfile } from "@tallystick/sdk";
import type { Logger } from "pino";
import type { Block } from "../chain/block.ts";
import type { HeadWatcher } from "../chain/createHeadWatcher.ts";
import { readBlock } from "../chain/readBlock.ts";
import { type Receipt, readReceipt } from "../chain/readReceipt.ts";
import type { Rpc } from "../chain/rpc.ts";
import type { Database } from "../database/database.ts";
import type { Reached } from "../writePoints.ts";
import type { BroadcastLanes } from "./broadcastLanes.ts";
import { ChainContinuity } from "./chainContinuity.ts";
import { type Outcome, recordOutcomes } from "./recordOutcomes.ts";
import type { Finding, SignerDoubts } from "./signerDoubts.ts";
import type { StoredTransaction } from "./storedTransaction.ts";
import { takeBackVanished } from "./takeBackVanished.ts";
import { type Settled, type Tracked, TrackedSet } from "./trackedSet.ts";

/** What the tracker works with. */
export interface TrackerOptions {
  readonly database: Database;
  readonly rpc: Rpc;
  readonly head: HeadWatcher;
  readonly lanes: BroadcastLanes;
  readonly doubts: SignerDoubts;
  readonly finality: EngineProfile["finality"];
  readonly logger: Pick<Logger, "warn" | "error">;
  readonly reached: Reached;
  /** After this long without a receipt the node is asked, and the same bytes are sent again. */
  readonly rebroadcastMs: number;
}

// Reading more blocks than this one by one costs more than asking for each pending receipt.
const MAXIMUM_BLOCKS = 64;

/** Follows stored transactions to their receipts, by the hashes that each new block lists. */
export class InclusionTracker {
  readonly #options: TrackerOptions;
  readonly #tracked = new TrackedSet();
  readonly #continuity: ChainContinuity;
  #newest: Block | undefined;
  /** Whether a look failed, so that what the head says is not known yet. */
  #hasFailed = false;
  #work: Promise<void> = Promise.resolve();
  #timer: NodeJS.Timeout | undefined;
  #unsubscribe: (() => void) | undefined;
  readonly #doubting = new Map<string, Promise<void>>();

  constructor(options: TrackerOptions) {
    this.#options = options;
    const { rpc, finality, rebroadcastMs } = options;
    this.#continuity = new ChainContinuity({ rpc, finality, patienceMs: 2 * rebroadcastMs });
  }

  get size(): number {
    return this.#tracked.size;
  }

  has(hash: string): boolean {
    return this.#tracked.get(hash) !== undefined;
  }

  start(): void {
    const { head, rebroadcastMs } = this.#options;
    this.#unsubscribe = head.subscribe((block) => this.#lookSoon(block));
    this.#timer = setInterval(() => this.#doubt(), Math.max(rebroadcastMs / 4, 25));
  }

  async stop(): Promise<void> {
    this.#unsubscribe?.();
    clearInterval(this.#timer);
    this.#options.lanes.stop();
    await Promise.all([this.#work, ...this.#doubting.values()]);
  }

  /** Sends it until the chain has decided about it; resolves then, after that was recorded. */
  follow(transaction: StoredTransaction): Promise<Settled> {
    const known = this.#tracked.get(transaction.hash);
    if (known !== undefined) return known.promise;
    const { promise } = this.#tracked.add(transaction);
    this.#options.lanes.enqueue(transaction);
    return promise;
  }

  /** The node has a transaction. */
  taken({ hash }: StoredTransaction): void {
    const tracked = this.#tracked.get(hash);
    if (tracked !== undefined) tracked.refusals = 0;
  }

  /** The node does not want a transaction. */
  refused({ hash }: StoredTransaction, reason: string): void {
    const tracked = this.#tracked.get(hash);
    if (tracked === undefined) return;
    tracked.refusals += 1;
    tracked.reason = reason;
  }

  /** Blocks that arrive while one look is at work are looked at together, once it is done. */
  #lookSoon(block: Block): void {
    const isQueued = this.#newest !== undefined;
    this.#newest = block;
    if (isQueued) return;
    this.#work = this.#work.then(() => this.#lookAtNewest());
  }

  /** A look that fails is made up for by the next, which a quiet chain would not cause by itself. */
  async #lookAtNewest(): Promise<void> {
    await nextTurn();
    const newest = this.#newest;
    this.#newest = undefined;
    if (newest === undefined) return;
    try {
      await this.#look(newest);
      this.#hasFailed = false;
    } catch (error) {
      this.#hasFailed = true;
      this.#options.logger.warn({ err: error }, "outbox: looking for receipts again");
    }
  }

  async #look(head: Block): Promise<void> {
    const { seen } = this.#continuity;
    const isContinued = await this.#continuity.holds(head);
    if (!isContinued) await this.#takeBack(head);
    const from = seen === undefined || !isContinued ? head.number : seen.number + 1;
    const blocks = this.#tracked.size > 0 ? await this.#blocks(from, head) : [];
    this.#continuity.passed(head, isContinued);
    if (!isContinued && seen !== undefined) this.#tracked.doubtNow();
    await this.#conclude(await this.#receipts(blocks));
  }

  async #takeBack(head: Block): Promise<void> {
    const { database, rpc, logger } = this.#options;
    const vanished = await takeBackVanished(database, rpc, head.number);
    if (vanished.length === 0) return;
    const hashes = vanished.map(({ hash }) => hash);
    logger.error({ hashes }, "outbox: alarm, blocks were taken back; their writes are sent again");
    for (const transaction of vanished) void this.follow(transaction);
  }

  /** The new blocks; when there are too many the receipts of whatever is tracked are asked for one by one. */
  async #blocks(from: number, head: Block): Promise<Block[]> {
    if (head.number - from > MAXIMUM_BLOCKS) {
      this.#tracked.doubtNow();
      return [];
    }
    const count = Math.max(head.number - from, 0);
    const numbers = Array.from({ length: count }, (_, offset) => from + offset);
    const blocks = await Promise.all(numbers.map((number) => readBlock(this.#options.rpc, number)));
    return [...blocks.filter((block) => block !== undefined), head];
  }

  /** Receipts of what is tracked and in these blocks. One that is missing, or of another branch, is asked for later. */
  async #receipts(blocks: readonly Block[]): Promise<Receipt[]> {
    const { rpc } = this.#options;
    const listed = blocks.flatMap((block) =>
      block.transactionHashes
        .filter((hash) => this.has(hash))
        .map((hash) => ({ hash, block, asked: readReceipt(rpc, hash) })),
    );
    const settled = await Promise.allSettled(listed.map(({ asked }) => asked));
    return listed.flatMap(({ hash, block }, index) => {
      const each = settled[index];
      const receipt = each?.status === "fulfilled" ? each.value : undefined;
      if (receipt?.blockHash === block.hash && receipt.blockNumber === block.number)
        return [receipt];
      this.#tracked.doubtNow(hash);
      return [];
    });
  }

  async #conclude(receipts: readonly Receipt[]): Promise<void> {
    const settled = receipts.flatMap((receipt): Settled[] => {
      const tracked = this.#tracked.get(receipt.transactionHash);
      if (tracked === undefined) return [];
      this.#options.reached("receipt-seen");
      const { transaction } = tracked;
      const { blockNumber, blockHash, status } = receipt;
      const state = status === 1 ? "included" : "reverted";
      return [{ outcome: { transaction, state, blockNumber, blockHash }, receipt }];
    });
    await this.#settle(settled);
  }

  async #settle(settled: readonly Settled[]): Promise<void> {
    if (settled.length === 0) return;
    const { database, lanes, reached } = this.#options;
    await recordOutcomes(
      database,
      settled.map(({ outcome }) => outcome),
    );
    reached("outcome-recorded");
    for (const { receipt } of settled) {
      if (receipt === undefined) continue;
      this.#continuity.recorded({ number: receipt.blockNumber, hash: receipt.blockHash });
    }
    for (const each of settled) {
      lanes.finished(each.outcome.transaction);
      this.#tracked.remove(each.outcome.transaction.hash)?.settle(each);
    }
  }

  #doubt(): void {
    const newest = this.#options.head.latest();
    const isUnsure = this.#hasFailed || this.#continuity.isUnsure;
    if (isUnsure && newest !== undefined) this.#lookSoon(newest);
    this.#doubtOld();
  }

  /** Asks the node about transactions that wait for long; no signer waits for another one's answers. */
  #doubtOld(): void {
    const overdue = this.#tracked.takeOverdue(this.#options.rebroadcastMs);
    for (const [lowest, doubted] of overdue) {
      const { sender } = lowest;
      if (this.#doubting.has(sender)) continue;
      const look = this.#doubtSigner(lowest, doubted)
        .catch((err: unknown) => {
          this.#options.logger.warn({ err, sender }, "outbox: looking at a signer again");
        })
        .finally(() => this.#doubting.delete(sender));
      this.#doubting.set(sender, look);
    }
  }

  async #doubtSigner(lowest: StoredTransaction, doubted: readonly Tracked[]): Promise<void> {
    for (const [{ transaction }, finding] of await this.#options.doubts.look(lowest, doubted)) {
      await this.#act(transaction, finding);
    }
  }

  async #act(transaction: StoredTransaction, finding: Finding): Promise<void> {
    const nowhere = { transaction, blockNumber: undefined, blockHash: undefined };
    if (finding.kind === "receipt") await this.#conclude([finding.receipt]);
    if (finding.kind === "replaced") {
      this.#tracked.replace(transaction.hash, finding.successor);
      this.#options.lanes.finished(transaction);
      this.#options.lanes.enqueue(finding.successor);
    }
    if (finding.kind === "displaced" || finding.kind === "refused") {
      const outcome: Outcome = { ...nowhere, state: finding.kind, reason: finding.reason };
      await this.#settle([{ outcome, receipt: undefined }]);
    }
    if (finding.kind === "elsewhere") {
      const reason = "another transaction of the same request made its call";
      const outcome: Outcome = { ...nowhere, state: "displaced", reason };
      await this.#settle([{ outcome, receipt: finding.receipt }]);
    }
  }
}
