/** How catching up goes. */
export interface CatchUpProgress {
  readonly fromBlock: number;
  readonly blocksPerSecond: number;
  /** Undefined before a pace is known. */
  readonly secondsLeft: number | undefined;
}

const LONGEST_SILENCE_MS = 5_000;

/** Measures how fast the projection catches up, and when it is time to say so. */
export class CatchUpPace {
  readonly #now: () => number;
  #fromBlock: number | undefined;
  #startedAt = 0;
  #saidAt = 0;

  constructor(now: () => number = Date.now) {
    this.#now = now;
  }

  begin(block: number): void {
    if (this.#fromBlock !== undefined) return;
    this.#fromBlock = block;
    this.#startedAt = this.#now();
    this.#saidAt = this.#startedAt;
  }

  end(): void {
    this.#fromBlock = undefined;
  }

  at(block: number, head: number): CatchUpProgress | undefined {
    if (this.#fromBlock === undefined) return undefined;
    const seconds = (this.#now() - this.#startedAt) / 1_000;
    const done = block - this.#fromBlock;
    if (seconds === 0 || done <= 0) {
      return { fromBlock: this.#fromBlock, blocksPerSecond: 0, secondsLeft: undefined };
    }
    const blocksPerSecond = done / seconds;
    const secondsLeft = Math.max(head - block, 0) / blocksPerSecond;
    return { fromBlock: this.#fromBlock, blocksPerSecond, secondsLeft };
  }

  /** The progress as a sentence, every five seconds. */
  sentence(block: number, head: number): string | undefined {
    const progress = this.at(block, head);
    if (progress === undefined || this.#now() - this.#saidAt < LONGEST_SILENCE_MS) return undefined;
    this.#saidAt = this.#now();
    const percent = Math.floor((block / Math.max(head, 1)) * 100);
    const left = Math.ceil(progress.secondsLeft ?? 0);
    return `block ${block} of ${head} (${percent} %), ${Math.round(progress.blocksPerSecond)} blocks a second, ${left} s left`;
  }
}
