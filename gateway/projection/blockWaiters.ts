import { ProblemError } from "../errors/problemError.ts";

interface Waiter {
  readonly block: number;
  readonly resolve: () => void;
  readonly reject: (error: Error) => void;
}

/** Those who wait for the projection to reach a block. */
export class BlockWaiters {
  readonly #waiters = new Set<Waiter>();

  /** Rejects with problem `projection-behind` when `timeoutMs` pass first. */
  wait(block: number, timeoutMs: number): Promise<void> {
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    const waiter = { block, resolve, reject };
    this.#waiters.add(waiter);
    const timer = setTimeout(() => {
      reject(
        new ProblemError("projection-behind", `Block ${block} is not projected yet.`, { block }),
      );
    }, timeoutMs);
    return promise.finally(() => {
      clearTimeout(timer);
      this.#waiters.delete(waiter);
    });
  }

  reached(block: number): void {
    for (const waiter of this.#waiters) if (waiter.block <= block) waiter.resolve();
  }

  fail(sentence: string): void {
    for (const waiter of this.#waiters) {
      waiter.reject(new ProblemError("projection-behind", sentence, { block: waiter.block }));
    }
  }
}
