import type { StoredTransaction } from "./storedTransaction.ts";

/** What a lane is made of. */
export interface LaneOptions {
  /** Transactions of the signer that may be in the node's pool at once. */
  readonly limit: number;
  readonly send: (transaction: StoredTransaction) => void;
  /** How many nonces of the signer the chain has used. */
  readonly countUsed: () => Promise<number>;
}

const SHORTEST_PAUSE_MS = 100;
const LONGEST_PAUSE_MS = 5_000;
// Asking costs the node little, and others' transactions are done within a block or two.
const LONGEST_TURN_MS = 500;

/**
 * One signer's transactions on their way to the node. Its window is counted in nonces from the first one that the chain
 * has not used, so that gateways with a common signer keep to the limit together.
 */
export class SenderLane {
  readonly #options: LaneOptions;
  readonly #inFlight = new Set<string>();
  readonly #waiting: StoredTransaction[] = [];
  /** The first unused nonce, as far as it is known here. */
  #base: number | undefined;
  #pauses = 0;
  #timer: NodeJS.Timeout | undefined;

  constructor(options: LaneOptions) {
    this.#options = options;
  }

  get size(): number {
    return this.#inFlight.size + this.#waiting.length;
  }

  get isEmpty(): boolean {
    return this.size === 0;
  }

  holds(transaction: StoredTransaction): boolean {
    return this.#inFlight.has(transaction.hash);
  }

  add(transaction: StoredTransaction): void {
    this.#insert(transaction);
    if (this.#base !== undefined) this.#base = Math.min(this.#base, transaction.nonce);
    this.#fill();
  }

  finish(transaction: StoredTransaction): void {
    this.#inFlight.delete(transaction.hash);
    const waiting = this.#waiting.findIndex((each) => each.hash === transaction.hash);
    if (waiting >= 0) this.#waiting.splice(waiting, 1);
    this.used(Math.max(transaction.nonce + 1, this.#base ?? 0));
    if (this.isEmpty) this.stop();
  }

  used(count: number): void {
    this.#base = count;
    this.#resume();
  }

  /** The node's pool is full: the transaction waits again, until a place is free or for a while. */
  yield(transaction: StoredTransaction): void {
    if (!this.#inFlight.delete(transaction.hash)) return;
    this.#insert(transaction);
    this.#pause(() => this.#fill());
  }

  /** The node took one. */
  taken(): void {
    this.#pauses = 0;
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  #insert(transaction: StoredTransaction): void {
    const { nonce } = transaction;
    const at = this.#waiting.findLastIndex((each) => each.nonce <= nonce) + 1;
    this.#waiting.splice(at, 0, transaction);
  }

  #resume(): void {
    this.stop();
    this.#fill();
  }

  #fill(): void {
    if (this.#timer !== undefined) return;
    const { limit, send } = this.#options;
    while (this.#inFlight.size < limit) {
      const [next] = this.#waiting;
      if (next === undefined) return;
      if (this.#base !== undefined && next.nonce >= this.#base + limit) {
        // Others' transactions are before ours: the chain says when they are done.
        this.#pause(() => void this.#ask(), LONGEST_TURN_MS);
        return;
      }
      this.#waiting.shift();
      this.#inFlight.add(next.hash);
      send(next);
    }
  }

  async #ask(): Promise<void> {
    try {
      const count = await this.#options.countUsed();
      if (count > (this.#base ?? 0)) this.#pauses = 0;
      this.used(count);
    } catch {
      this.#fill();
    }
  }

  #pause(then: () => void, longestMs = LONGEST_PAUSE_MS): void {
    if (this.#timer !== undefined) return;
    const ms = Math.min(SHORTEST_PAUSE_MS * 2 ** this.#pauses, longestMs);
    this.#pauses = Math.min(this.#pauses + 1, 10);
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      then();
    }, ms);
  }
}
