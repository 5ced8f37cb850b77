import { randomUUID } from "node:crypto";
import type { Logger } from "pino";
import type { Database } from "../database/database.ts";
import { takeLease } from "./takeLease.ts";
import type { Worker } from "./worker.ts";

/** Work that recurs. */
export interface PeriodicWork {
  readonly name: string;
  readonly everyMs: number;
  readonly database: Database;
  readonly logger: Pick<Logger, "warn">;
  /** One round. It may run in two gateways at once when one of them stalls, so it must bear that. */
  run(): Promise<void>;
}

class PeriodicWorker implements Worker {
  readonly name: string;
  readonly #work: PeriodicWork;
  readonly #holder = randomUUID();
  readonly #stopped = new AbortController();
  #loop: Promise<void> = Promise.resolve();

  constructor(work: PeriodicWork) {
    this.name = work.name;
    this.#work = work;
  }

  start(): void {
    this.#loop = this.#repeat();
  }

  async stop(): Promise<void> {
    this.#stopped.abort();
    await this.#loop;
  }

  async #repeat(): Promise<void> {
    while (!this.#stopped.signal.aborted) {
      await this.#round();
      await this.#rest();
    }
  }

  async #round(): Promise<void> {
    const { name, database, everyMs, logger, run } = this.#work;
    try {
      // Longer than the rest between rounds, so that one gateway keeps the work while it is well.
      if (await takeLease(database, name, this.#holder, everyMs * 3)) await run();
    } catch (error) {
      logger.warn({ err: error, worker: name }, "worker: a round failed, the next one tries again");
    }
  }

  async #rest(): Promise<void> {
    const { signal } = this.#stopped;
    if (signal.aborted) return;
    const { promise, resolve } = Promise.withResolvers<void>();
    const timer = setTimeout(resolve, this.#work.everyMs);
    const wake = () => resolve();
    signal.addEventListener("abort", wake, { once: true });
    await promise;
    clearTimeout(timer);
    signal.removeEventListener("abort", wake);
  }
}

/** Runs a piece of work again and again, in one of the gateways that share the database. */
export function createPeriodicWorker(work: PeriodicWork): Worker {
  return new PeriodicWorker(work);
}
