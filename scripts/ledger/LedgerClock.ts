import { RpcError } from "./RpcError.ts";

/**
 * `wall`: chain time runs as the wall clock does, from `start` when given.
 * `manual`: chain time stands still between jumps, from `start` (default: now).
 * `start` is in Unix seconds and counts only when the chain is made.
 */
export type ClockOptions = { mode: "wall" | "manual"; start?: number };

/** 9999-12-31: anything later is milliseconds by mistake. */
const LATEST = 253_402_300_799;

/** What time the next block gets, in Unix seconds; never less than the last block's. */
export class LedgerClock {
  readonly mode: ClockOptions["mode"];
  readonly #wallSeconds: () => number;
  #last: number;
  /** Chain time minus wall time, kept after a start in the past or a jump ahead. */
  #ahead = 0;

  constructor(options: {
    mode: ClockOptions["mode"];
    lastTimestamp: number;
    followsWall: boolean;
    wallSeconds?: () => number;
  }) {
    this.mode = options.mode;
    this.#wallSeconds = options.wallSeconds ?? (() => Math.floor(Date.now() / 1000));
    this.#last = options.lastTimestamp;
    const ahead = options.lastTimestamp - this.#wallSeconds();
    if (!options.followsWall || ahead > 0) this.#ahead = ahead;
  }

  now(): number {
    if (this.mode === "manual") return this.#last;
    return Math.max(this.#last, this.#wallSeconds() + this.#ahead);
  }

  /** Notes the time of a mined block. */
  advance(timestamp: number): void {
    this.#last = Math.max(this.#last, timestamp);
  }

  /** @throws {RpcError} when `timestamp` is no whole number of seconds or lies before the last block. */
  jump(timestamp: unknown): number {
    if (typeof timestamp !== "number" || !Number.isSafeInteger(timestamp) || timestamp > LATEST)
      throw RpcError.invalidParams("tally_setTime takes whole Unix seconds.");
    if (timestamp < this.now())
      throw RpcError.invalidParams(
        `The ledger's clock is at ${this.now()} and cannot go back to ${timestamp}.`,
      );
    this.#ahead = timestamp - this.#wallSeconds();
    this.#last = timestamp;
    return timestamp;
  }
}
