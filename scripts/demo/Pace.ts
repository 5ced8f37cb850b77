/** What is under way, and the last day on which it may still be. */
interface Work {
  readonly lastDay: number;
  readonly over: Promise<void>;
}

/** As long as banks, offices and signatures take it at most, in days. */
const PATIENCE_DAYS = 5;

/** A task on its way through the days. */
export interface Traveller {
  /** Returns on the next day, or at once when this one is the last. */
  overnight(): Promise<void>;
}

/**
 * Paces tasks by the day. What begins on a day may go on during later ones, up to its last day: the clock waits for it
 * then. So the ledger has the work of some days to choose from, and nothing comes too late.
 */
export class Pace {
  #today = 0;
  readonly #work = new Set<Work>();
  readonly #sleepers = new Set<() => void>();

  get today(): number {
    return this.#today;
  }

  get isAnyoneAsleep(): boolean {
    return this.#sleepers.size > 0;
  }

  /** Waits for all that must not see the day, lets the clock strike and wakes who slept. The first failure rejects. */
  async dawn(day: number, strike: () => Promise<void>): Promise<void> {
    await this.#overBefore(day);
    await strike();
    this.#today = day;
    for (const wake of this.#sleepers) wake();
    this.#sleepers.clear();
  }

  /** Waits until everything is over or asleep. */
  async rest(): Promise<void> {
    await this.#overBefore(Number.POSITIVE_INFINITY);
  }

  /** Begins a task; what it gives back is for those who wait for its end. */
  begin(lastDay: number, task: (self: Traveller) => Promise<void>): Promise<void> {
    let step = this.#enter(lastDay);
    const overnight = async (): Promise<void> => {
      const { begun, leave } = step;
      if (this.#today >= lastDay) return;
      leave();
      if (begun === this.#today) await new Promise<void>((wake) => this.#sleepers.add(wake));
      step = this.#enter(lastDay);
    };
    const ended = task({ overnight });
    ended.then(
      () => step.leave(),
      (error: unknown) => step.fail(error),
    );
    return ended;
  }

  #enter(lastDay: number) {
    const begun = this.#today;
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    // Whoever waits for it hears of a failure; nobody has to wait.
    promise.catch(() => undefined);
    const work: Work = { lastDay: Math.min(lastDay, begun + PATIENCE_DAYS), over: promise };
    this.#work.add(work);
    const leave = () => {
      this.#work.delete(work);
      resolve();
    };
    return { begun, leave, fail: reject };
  }

  async #overBefore(day: number): Promise<void> {
    for (;;) {
      const late = [...this.#work].filter(({ lastDay }) => lastDay < day);
      if (late.length === 0) return;
      await Promise.all(late.map(({ over }) => over));
    }
  }
}
