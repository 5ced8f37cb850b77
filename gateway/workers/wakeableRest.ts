/** A rest that a poke ends early; a poke during work lets the next rest be skipped. */
export class WakeableRest {
  #wake: (() => void) | undefined;
  #poked = false;

  poke(): void {
    this.#poked = true;
    this.#wake?.();
  }

  /** Pokes from before now are taken care of by the work that begins. */
  begin(): void {
    this.#poked = false;
  }

  /** Answers whether a poke ended it, or let it be skipped. */
  async rest(milliseconds: number): Promise<boolean> {
    if (this.#poked) return true;
    const { promise, resolve } = Promise.withResolvers<void>();
    const timer = setTimeout(resolve, milliseconds);
    this.#wake = resolve;
    await promise;
    clearTimeout(timer);
    this.#wake = undefined;
    return this.#poked;
  }
}
