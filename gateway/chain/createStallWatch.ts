import { type EngineProfile, formatRfc3339 } from "@tallystick/sdk";
import type { Logger } from "pino";
import type { HeadWatcher } from "./createHeadWatcher.ts";

/** Whether the chain still makes blocks. */
export interface StallWatch {
  /** Why nothing is included for now, with the head's age; undefined while blocks come. */
  sentence(): string | undefined;
  /** The same as those are told whose writes wait for a block. */
  reason(): StallReason | undefined;
  /** Calls `listener` each time that they stop coming; answers how to end that. */
  subscribe(listener: () => void): () => void;
  start(): void;
  stop(): void;
}

/** Why a stored write waits, in the manner of a problem. */
export interface StallReason {
  readonly code: "chain-stalled";
  readonly title: string;
  readonly detail: string;
  /** When the last block was seen, RFC 3339. */
  readonly since: string;
}

/** What a stall watch looks at. */
export interface StallWatchOptions {
  readonly head: Pick<HeadWatcher, "latest" | "silentMs" | "unchangedMs">;
  /** Transactions that wait for a block. */
  readonly pending: () => number;
  readonly profile: Pick<EngineProfile, "headStaleSeconds">;
  readonly logger: Pick<Logger, "info" | "error">;
  /** For so long transactions may wait without any block, on engines that make blocks on demand alone. */
  readonly patienceMs?: number;
  readonly now?: () => number;
}

type Options = StallWatchOptions & Required<Pick<StallWatchOptions, "patienceMs" | "now">>;

const LOOK_MS = 200;
const SILENT_NODE_MS = 5_000;

class HeadStallWatch implements StallWatch {
  readonly #options: Options;
  #timer: NodeJS.Timeout | undefined;
  /** Since when transactions wait. */
  #pendingSince: number | undefined;
  #sentence: string | undefined;
  readonly #listeners = new Set<() => void>();

  constructor(options: Options) {
    this.#options = options;
  }

  sentence(): string | undefined {
    return this.#sentence;
  }

  reason(): StallReason | undefined {
    const sentence = this.#sentence;
    if (sentence === undefined) return undefined;
    const since = Math.floor((Date.now() - this.#options.head.unchangedMs()) / 1_000);
    const next = "The write is stored and is sent by itself until it is in a block. Reads work.";
    const title = "The ledger makes no blocks";
    const detail = `${sentence} ${next}`;
    return { code: "chain-stalled", title, detail, since: formatRfc3339(since) };
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  start(): void {
    this.#timer = setInterval(() => this.#look(), LOOK_MS);
    this.#timer.unref();
  }

  stop(): void {
    clearInterval(this.#timer);
  }

  #look(): void {
    const { pending, now, head, logger } = this.#options;
    this.#pendingSince = pending() === 0 ? undefined : (this.#pendingSince ?? now());
    const wasStalled = this.#sentence !== undefined;
    this.#sentence = this.#judge();
    const number = head.latest()?.number;
    if (!wasStalled && this.#sentence !== undefined) {
      for (const listener of this.#listeners) listener();
      logger.error({ head: number, reason: this.#sentence }, "chain: alarm, it stands still");
    }
    if (wasStalled && this.#sentence === undefined) {
      logger.info({ head: number }, "chain: it moves again");
    }
  }

  #judge(): string | undefined {
    const { head, profile, patienceMs, now } = this.#options;
    const seconds = (ms: number) => `${Math.floor(ms / 1000)} s`;
    const number = head.latest()?.number;
    if (head.silentMs() > SILENT_NODE_MS) {
      const last = number === undefined ? "" : `; its last block was ${number}`;
      return `The ledger's node has not answered for ${seconds(head.silentMs())}${last}.`;
    }
    const staleMs = (profile.headStaleSeconds ?? Number.POSITIVE_INFINITY) * 1_000;
    const waitedMs = this.#pendingSince === undefined ? 0 : now() - this.#pendingSince;
    const ageMs = head.unchangedMs();
    if (ageMs <= staleMs && Math.min(waitedMs, ageMs) <= patienceMs) return undefined;
    return `The ledger makes no blocks: its head, block ${number ?? "none"}, is ${seconds(ageMs)} old.`;
  }
}

/**
 * Watches the age of the head. Times are by a monotonic clock of this process, so that a wall clock that is wrong, here
 * or on the chain, is no stall. The alarm is logged once, and once that it is over.
 */
export function createStallWatch(options: StallWatchOptions): StallWatch {
  return new HeadStallWatch({ patienceMs: 15_000, now: () => performance.now(), ...options });
}
