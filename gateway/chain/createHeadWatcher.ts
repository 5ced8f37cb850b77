import type { Block } from "./block.ts";
import { readBlock } from "./readBlock.ts";
import type { Rpc } from "./rpc.ts";

/** Follows the newest block and tells everyone who asked; one poll serves the outbox and the projector. */
export interface HeadWatcher {
  /** The newest block seen, or undefined before the node was reached for the first time. */
  latest(): Block | undefined;
  /** Milliseconds since the node last answered. */
  silentMs(): number;
  /** Milliseconds since the head last changed, by this process's own monotonic clock. */
  unchangedMs(): number;
  /** Calls `listener` after each change of the head; answers how to stop that. */
  subscribe(listener: (head: Block) => void): () => void;
  /** Looks now instead of at the next poll, for instance because a transaction was just sent. */
  poke(): void;
  /** While `reason` answers true the watcher polls at its fast pace. */
  hurryWhile(reason: () => boolean): void;
  start(): void;
  stop(): void;
}

/** Pace of a head watcher. */
export interface HeadWatcherOptions {
  readonly rpc: Rpc;
  readonly idlePollMs?: number;
  readonly fastPollMs?: number;
  /** For so long a lower head is taken for an endpoint that lags; one that lasts longer is the chain's. */
  readonly lagPatienceMs?: number;
  /** Milliseconds of a clock that nobody sets. */
  readonly now?: () => number;
}

class PollingHeadWatcher implements HeadWatcher {
  readonly #options: Required<HeadWatcherOptions>;
  readonly #listeners = new Set<(head: Block) => void>();
  readonly #reasons: (() => boolean)[] = [];
  #head: Block | undefined;
  #answeredAt: number;
  #changedAt: number;
  /** Since when nothing but lower heads were seen. */
  #lowerSince: number | undefined;
  #timer: NodeJS.Timeout | undefined;
  #running = false;
  #looking = false;
  #lookAgain = false;

  constructor(options: Required<HeadWatcherOptions>) {
    this.#options = options;
    this.#answeredAt = options.now();
    this.#changedAt = options.now();
  }

  latest(): Block | undefined {
    return this.#head;
  }

  silentMs(): number {
    return this.#options.now() - this.#answeredAt;
  }

  unchangedMs(): number {
    return this.#options.now() - this.#changedAt;
  }

  subscribe(listener: (head: Block) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  hurryWhile(reason: () => boolean): void {
    this.#reasons.push(reason);
  }

  start(): void {
    this.#running = true;
    this.poke();
  }

  stop(): void {
    this.#running = false;
    clearTimeout(this.#timer);
  }

  poke(): void {
    if (!this.#running) return;
    if (this.#looking) {
      this.#lookAgain = true;
      return;
    }
    this.#looking = true;
    void this.#look()
      .catch(() => undefined)
      .finally(() => this.#continue());
  }

  #continue(): void {
    this.#looking = false;
    clearTimeout(this.#timer);
    if (!this.#running) return;
    const again = this.#lookAgain;
    this.#lookAgain = false;
    const { fastPollMs, idlePollMs } = this.#options;
    const pace = this.#reasons.some((reason) => reason()) ? fastPollMs : idlePollMs;
    if (again) this.poke();
    else this.#timer = setTimeout(() => this.poke(), pace);
  }

  async #look(): Promise<void> {
    const seen = await readBlock(this.#options.rpc, "latest");
    if (seen === undefined) return;
    const now = this.#options.now();
    this.#answeredAt = now;
    if (this.#isLagging(seen, now) || seen.hash === this.#head?.hash) return;
    this.#head = seen;
    this.#changedAt = now;
    for (const listener of this.#listeners) listener(seen);
  }

  /** A head below the known one is an endpoint that lags, or a chain that was cut back: the latter stays so. */
  #isLagging(seen: Block, now: number): boolean {
    if (this.#head === undefined || seen.number >= this.#head.number) {
      this.#lowerSince = undefined;
      return false;
    }
    this.#lowerSince ??= now;
    return now - this.#lowerSince < this.#options.lagPatienceMs;
  }
}

/** Polls `eth_getBlockByNumber("latest")`; an unreachable node is tried again at the idle pace. */
export function createHeadWatcher(options: HeadWatcherOptions): HeadWatcher {
  const pace = { idlePollMs: 50, fastPollMs: 25, lagPatienceMs: 5_000 };
  return new PollingHeadWatcher({ ...pace, now: () => performance.now(), ...options });
}
