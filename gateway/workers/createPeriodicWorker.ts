import { randomUUID } from "node:crypto";
import type { Logger } from "pino";
import type { Database } from "../database/database.ts";
import { takeLease } from "./takeLease.ts";
import { WakeableRest } from "./wakeableRest.ts";
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
  readonly #rest = new WakeableRest();
  #isStopped = false;
  #loop: Promise<void> = Promise.resolve();

  constructor(work: PeriodicWork) {
    this.name = work.name;
    this.#work = work;
  }

  start(): void {
    this.#loop = this.#repeat();
  }

  async stop(): Promise<void> {
    this.#isStopped = true;
    this.#rest.poke();
    await this.#loop;
  }

  async #repeat(): Promise<void> {
    while (!this.#isStopped) {
      await this.#round();
      await this.#rest.rest(this.#work.everyMs);
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
}

/** Runs a piece of work again and again, in one of the gateways that share the database. */
export function createPeriodicWorker(work: PeriodicWork): Worker {
  return new PeriodicWorker(work);
}
