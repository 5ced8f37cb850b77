interface Refused {
  times: number;
  againAt: number;
}

const FIRST_PAUSE_MS = 10_000;
const LONGEST_PAUSE_MS = 3_600_000;

/** Subjects that the ledger refused: each is left alone for twice as long as the last time, up to an hour. */
export class RefusedSubjects {
  readonly #refused = new Map<string, Refused>();
  readonly #now: () => number;

  constructor(now: () => number = Date.now) {
    this.#now = now;
  }

  get size(): number {
    return this.#refused.size;
  }

  /** Answers how often it was refused by now. */
  note(subject: string): number {
    const times = (this.#refused.get(subject)?.times ?? 0) + 1;
    const pause = Math.min(FIRST_PAUSE_MS * 2 ** (times - 1), LONGEST_PAUSE_MS);
    this.#refused.set(subject, { times, againAt: this.#now() + pause });
    return times;
  }

  forget(subject: string): void {
    this.#refused.delete(subject);
  }

  /** Those that it is too early for. What was not tried for long after its time is over and forgotten. */
  resting(): string[] {
    const now = this.#now();
    for (const [subject, { againAt }] of this.#refused) {
      if (now - againAt > LONGEST_PAUSE_MS) this.#refused.delete(subject);
    }
    return [...this.#refused]
      .filter(([, { againAt }]) => againAt > now)
      .map(([subject]) => subject);
  }
}
