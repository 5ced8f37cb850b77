import type { BlockProducer } from "./BlockProducer.ts";
import type { Chain } from "./Chain.ts";
import type { Checkpoints } from "./Checkpoints.ts";
import type { LedgerClock } from "./LedgerClock.ts";

type HousekeepingParts = {
  chain: Chain;
  producer: BlockProducer;
  checkpoints: Checkpoints;
  clock: LedgerClock;
  emptyBlockSeconds: number;
};

const TICK_MS = 1000;
/** A checkpoint is worth it when replaying the tail would take this long and this many dumps. */
const WORTH = {
  idle: { afterMs: 2000, tailMs: 3000, dumps: 3 },
  busy: { afterMs: 0, tailMs: 60_000, dumps: 20 },
  close: { afterMs: 0, tailMs: 500, dumps: 0 },
} as const;

/** What happens beside the transactions: checkpoints, and a block when there was none for long. */
export class Housekeeping {
  readonly #parts: HousekeepingParts;
  readonly #timer: NodeJS.Timeout;
  #lastDumpMs = 0;
  #running = false;
  /** Why the last checkpoint could not be written, if so; the journal is not concerned. */
  checkpointFailure: unknown;

  constructor(parts: HousekeepingParts) {
    this.#parts = parts;
    this.#timer = setInterval(() => void this.#tick(), TICK_MS).unref();
  }

  /** Writes a checkpoint between two blocks. */
  checkpoint(): Promise<void> {
    return this.#parts.producer.exclusive(() => this.#dump());
  }

  /** After the last block. */
  async close(): Promise<void> {
    clearInterval(this.#timer);
    if (this.#isWorth("close") && this.#parts.chain.node.alive) await this.#dump();
  }

  async #tick(): Promise<void> {
    if (this.#running) return;
    this.#running = true;
    const { producer, chain, clock, emptyBlockSeconds } = this.#parts;
    try {
      const age = clock.now() - chain.state.timestamp;
      if (clock.mode === "wall" && age >= emptyBlockSeconds) await producer.mineEmpty();
      if (this.#isWorth("idle") || this.#isWorth("busy")) await this.checkpoint();
    } catch {
      // A failed ledger tells its writers; there is nobody to tell here.
    } finally {
      this.#running = false;
    }
  }

  #isWorth(when: keyof typeof WORTH): boolean {
    const { afterMs, tailMs, dumps } = WORTH[when];
    const { chain, producer } = this.#parts;
    if (chain.failure || performance.now() - producer.lastActive < afterMs) return false;
    return chain.tailMs >= Math.max(tailMs, dumps * this.#lastDumpMs);
  }

  async #dump(): Promise<void> {
    const { chain, checkpoints } = this.#parts;
    const began = performance.now();
    const tail = chain.tailMs;
    try {
      await checkpoints.write(chain.node, chain.state);
      this.checkpointFailure = undefined;
    } catch (error) {
      this.checkpointFailure = error;
    }
    // Also after a failure, so that a full disk is not tried again every second.
    chain.tailMs -= tail;
    this.#lastDumpMs = performance.now() - began;
  }
}
