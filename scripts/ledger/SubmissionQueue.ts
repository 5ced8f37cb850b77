/** A hash, or why the transaction is not on the ledger. */
export type Answer = string | Error;
type Waiter = { resolve: (hash: string) => void; reject: (error: Error) => void };
type Batch = { raws: string[]; answer: (answers: readonly Answer[]) => void };

/** Raw transactions in order of arrival; the same bytes sent twice at once get one answer. */
export class SubmissionQueue {
  readonly #waiters = new Map<string, Waiter[]>();

  get size(): number {
    return this.#waiters.size;
  }

  push(raw: string): Promise<string> {
    return new Promise((resolve, reject) => {
      const others = this.#waiters.get(raw);
      if (others) others.push({ resolve, reject });
      else this.#waiters.set(raw, [{ resolve, reject }]);
    });
  }

  /** Takes the first `limit` out; `answer` wants one answer for each, in their order. */
  take(limit: number): Batch {
    const taken = [...this.#waiters].slice(0, limit);
    for (const [raw] of taken) this.#waiters.delete(raw);
    const answer = (answers: readonly Answer[]): void => {
      for (const [index, [, waiters]] of taken.entries()) {
        const one = answers[index] ?? new Error("The transaction was not handled.");
        for (const { resolve, reject } of waiters)
          typeof one === "string" ? resolve(one) : reject(one);
      }
    };
    return { raws: taken.map(([raw]) => raw), answer };
  }
}
