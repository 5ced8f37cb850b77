/** A hash, or why the transaction is not on the ledger. */
export type Answer = string | Error;
type Waiter = { resolve: (hash: string) => void; reject: (error: Error) => void };
type Batch = { raws: string[]; answer: (answers: readonly Answer[]) => void };

/** Raw transactions in order of arrival; the same bytes sent again before the answer share it. */
export class SubmissionQueue {
  readonly #waiters = new Map<string, Waiter[]>();
  #queued: string[] = [];

  /** How many wait to be taken. */
  get size(): number {
    return this.#queued.length;
  }

  push(raw: string): Promise<string> {
    return new Promise((resolve, reject) => {
      const others = this.#waiters.get(raw);
      if (others) {
        others.push({ resolve, reject });
      } else {
        this.#waiters.set(raw, [{ resolve, reject }]);
        this.#queued.push(raw);
      }
    });
  }

  /** Takes the first `limit` out; `answer` wants one answer for each, in their order. */
  take(limit: number): Batch {
    const raws = this.#queued.slice(0, limit);
    this.#queued = this.#queued.slice(limit);
    const answer = (answers: readonly Answer[]): void => {
      for (const [index, raw] of raws.entries()) {
        const one = answers[index] ?? new Error("The transaction was not handled.");
        for (const { resolve, reject } of this.#waiters.get(raw) ?? [])
          typeof one === "string" ? resolve(one) : reject(one);
        this.#waiters.delete(raw);
      }
    };
    return { raws, answer };
  }
}
