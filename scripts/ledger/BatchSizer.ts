/** Waiting longer for company than this would be felt by a caller who sends one at a time. */
const LINGER_MAX_MS = 20;
/** A block smaller than this was no wave. */
const WAVE = 8;
/** Mining that takes longer (the node hashes its whole state) is worth company even outside of waves. */
const DEAR_MS = 10;

/**
 * How many transactions the next block takes. Callers who wait for their answer come back in
 * waves: with everything in one block they and the node would work in turns, never at once.
 */
export class BatchSizer {
  readonly #maximum: number;
  #last = { size: 0, admitMs: 0, mineMs: 0 };

  constructor(maximum: number) {
    this.#maximum = maximum;
  }

  /** Notes what the last block took. */
  observe(size: number, admitMs: number, mineMs: number): void {
    this.#last = { size, admitMs, mineMs };
  }

  /** How long to wait, in milliseconds, for callers of the last block to come back. */
  lingerMs(queued: number): number {
    const { size, admitMs, mineMs } = this.#last;
    const wanted = Math.min(this.limit(queued), queued + size);
    if ((size < WAVE && mineMs < DEAR_MS) || queued >= wanted * 0.8) return 0;
    return Math.min(LINGER_MAX_MS, (admitMs + mineMs) / 4);
  }

  /**
   * Half of the callers, so that the other half comes back meanwhile; but never so few that mining
   * (which costs the node time in proportion to its whole state) outweighs admitting.
   */
  limit(queued: number): number {
    const { size, admitMs, mineMs } = this.#last;
    const half = Math.ceil((queued + size) / 2);
    const worthMining = admitMs > 0 ? Math.ceil((size * mineMs) / admitMs) : 0;
    return Math.max(1, Math.min(this.#maximum, Math.max(half, worthMining)));
  }
}
