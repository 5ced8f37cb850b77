import type { Receipt } from "../chain/readReceipt.ts";
import type { Outcome } from "./recordOutcomes.ts";
import type { StoredTransaction } from "./storedTransaction.ts";

/**
 * How a tracked transaction ended, with its receipt when it has one. A displaced one with a receipt has that of another
 * transaction, which made the same call for the same request.
 */
export interface Settled {
  readonly outcome: Outcome;
  readonly receipt: Receipt | undefined;
}

/** A transaction that is followed. It changes when another one takes its place. */
export interface Tracked {
  readonly transaction: StoredTransaction;
  readonly promise: Promise<Settled>;
  readonly settle: (settled: Settled) => void;
  doubtedAt: number;
  /** How often it was looked at without success. */
  looks: number;
  /** How often in a row the node did not want it, and what it said last. */
  refusals: number;
  reason: string | undefined;
}

const LONGEST_WAIT = 4;

/** All transactions that are followed in this process, by hash. */
export class TrackedSet {
  readonly #byHash = new Map<string, Tracked>();

  get size(): number {
    return this.#byHash.size;
  }

  get(hash: string): Tracked | undefined {
    return this.#byHash.get(hash);
  }

  add(transaction: StoredTransaction): Tracked {
    const known = this.#byHash.get(transaction.hash);
    if (known !== undefined) return known;
    const { promise, resolve } = Promise.withResolvers<Settled>();
    return this.#put(transaction, { promise, settle: resolve });
  }

  remove(hash: string): Tracked | undefined {
    const tracked = this.#byHash.get(hash);
    this.#byHash.delete(hash);
    return tracked;
  }

  /** Those who wait for a transaction wait for its successor from now on. */
  replace(hash: string, successor: StoredTransaction): void {
    const former = this.remove(hash);
    if (former === undefined) return;
    const other = this.#byHash.get(successor.hash);
    if (other === undefined) this.#put(successor, former);
    else void other.promise.then(former.settle);
  }

  /** Makes one, or all of them, overdue. */
  doubtNow(hash?: string): void {
    const which = hash === undefined ? [...this.#byHash.values()] : [this.#byHash.get(hash)];
    for (const tracked of which) {
      if (tracked !== undefined) tracked.doubtedAt = Number.NEGATIVE_INFINITY;
    }
  }

  /** Those that wait for longer than they should, by the first transaction of their signer. */
  takeOverdue(patienceMs: number): Map<StoredTransaction, Tracked[]> {
    const now = performance.now();
    const overdue = new Map<StoredTransaction, Tracked[]>();
    const isOverdue = ({ doubtedAt, looks }: Tracked) =>
      now - doubtedAt >= patienceMs * Math.min(looks + 1, LONGEST_WAIT);
    const all = [...this.#byHash.values()];
    if (!all.some(isOverdue)) return overdue;
    const bySender = Map.groupBy(all, ({ transaction }) => transaction.sender);
    for (const tracked of bySender.values()) {
      const late = tracked.filter(isOverdue);
      const [lowest] = tracked.toSorted((a, b) => a.transaction.nonce - b.transaction.nonce);
      if (lowest === undefined || late.length === 0) continue;
      for (const each of late) {
        each.doubtedAt = now;
        each.looks += 1;
      }
      overdue.set(lowest.transaction, late);
    }
    return overdue;
  }

  #put(transaction: StoredTransaction, { promise, settle }: Pick<Tracked, "promise" | "settle">) {
    const fresh = { doubtedAt: performance.now(), looks: 0, refusals: 0, reason: undefined };
    const tracked: Tracked = { transaction, promise, settle, ...fresh };
    this.#byHash.set(transaction.hash, tracked);
    return tracked;
  }
}
