import { setImmediate as nextTurn } from "node:timers/promises";

/** Collects what concurrent callers ask for and carries it out together. */
export type Batcher<Item, Result> = (item: Item) => Promise<Result>;

interface Waiting<Item, Result> {
  readonly item: Item;
  readonly resolve: (result: Result) => void;
  readonly reject: (error: unknown) => void;
}

class SharedRun<Item, Result> {
  readonly #run: (items: readonly Item[]) => Promise<readonly Result[]>;
  readonly #limit: number;
  #waiting: Waiting<Item, Result>[] = [];
  #running = false;

  constructor(run: (items: readonly Item[]) => Promise<readonly Result[]>, limit: number) {
    this.#run = run;
    this.#limit = limit;
  }

  add(item: Item): Promise<Result> {
    const { promise, resolve, reject } = Promise.withResolvers<Result>();
    this.#waiting.push({ item, resolve, reject });
    if (!this.#running) {
      this.#running = true;
      void this.#drain();
    }
    return promise;
  }

  async #drain(): Promise<void> {
    while (this.#waiting.length > 0) {
      // One turn of the event loop lets everyone join whose request or answer has arrived already. An embedded database
      // runs on this very thread, so without it nobody could join while a run is at work.
      await nextTurn();
      const batch = this.#waiting.splice(0, this.#limit);
      await this.#settle(batch);
    }
    this.#running = false;
  }

  async #settle(batch: readonly Waiting<Item, Result>[]): Promise<void> {
    try {
      const results = await this.#run(batch.map((each) => each.item));
      if (results.length !== batch.length) {
        throw new Error(`A batch of ${batch.length} was answered with ${results.length} results.`);
      }
      for (const [index, each] of batch.entries()) each.resolve(results[index] as Result);
    } catch (error) {
      if (batch.length === 1) batch[0]?.reject(error);
      // One bad item must not fail its neighbours: each gets a run of its own.
      else for (const each of batch) await this.#settle([each]);
    }
  }
}

/**
 * While one run is at work, new items gather for the next; so a lone caller waits for nobody and many callers share one
 * database commit. When a run of several rejects, each item is run again alone: `run` must be all or nothing.
 */
export function createBatcher<Item, Result>(
  run: (items: readonly Item[]) => Promise<readonly Result[]>,
  limit = 200,
): Batcher<Item, Result> {
  const shared = new SharedRun(run, limit);
  return (item) => shared.add(item);
}
