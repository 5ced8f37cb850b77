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
const LONGEST_PAUSE_MS = 2_000;
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
  /** How many the node seems to take; below the limit after it said that its pool is full. */
  #room: number;
  #timer: NodeJS.Timeout | undefined;
  /** Whether the timer waits for others' transactions, and not for room in the pool. */
  #isInTurn = false;
  #isStopped = false;

  constructor(options: LaneOptions) {
    this.#options = options;
    this.#room = options.limit;
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
    this.#pauses = 0;
    this.#base = Math.max(transaction.nonce + 1, this.#base ?? 0);
    this.#endPause();
    this.#fill();
  }

  used(count: number): void {
    this.#base = count;
    if (this.#isInTurn) this.#endPause();
    this.#fill();
  }

  /** The node's pool is full: the transaction waits again, until a place is free or one more is tried. */
  yield(transaction: StoredTransaction): void {
    if (!this.#inFlight.delete(transaction.hash)) return;
    this.#insert(transaction);
    this.#room = Math.max(this.#inFlight.size, 1);
    this.#pause(() => this.#tryOneMore());
  }

  /** Sends and asks nothing more, whatever it is still told. */
  stop(): void {
    this.#isStopped = true;
    this.#endPause();
  }

  #endPause(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#isInTurn = false;
  }

  #insert(transaction: StoredTransaction): void {
    const { nonce } = transaction;
    const at = this.#waiting.findLastIndex((each) => each.nonce <= nonce) + 1;
    this.#waiting.splice(at, 0, transaction);
  }

  #tryOneMore(): void {
    this.#room = Math.min(this.#room + 1, this.#options.limit);
    this.#fill();
  }

  #fill(): void {
    if (this.#timer !== undefined || this.#isStopped) return;
    const { limit, send } = this.#options;
    while (this.#inFlight.size < this.#room) {
      const [next] = this.#waiting;
      if (next === undefined) return;
      if (this.#base !== undefined && next.nonce >= this.#base + limit) {
        // Others' transactions are before ours: the chain says when they are done.
        this.#pause(() => void this.#ask(), LONGEST_TURN_MS);
        this.#isInTurn = true;
        return;
      }
      this.#waiting.shift();
      this.#inFlight.add(next.hash);
      send(next);
    }
    if (this.#room < limit && this.#waiting.length > 0) this.#pause(() => this.#tryOneMore());
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
    if (this.#timer !== undefined || this.#isStopped) return;
    const ms = Math.min(SHORTEST_PAUSE_MS * 2 ** this.#pauses, longestMs);
    this.#pauses = Math.min(this.#pauses + 1, 10);
    this.#timer = setTimeout(() => {
      this.#endPause();
      then();
    }, ms);
  }
}
