import { setMaxListeners } from "node:events";

/** Whether the gateway is about to stop. What lasts, such as event streams, ends when it begins. */
export class Drain {
  readonly #controller = new AbortController();

  constructor() {
    // Every request at work listens.
    setMaxListeners(0, this.#controller.signal);
  }

  begin(): void {
    this.#controller.abort();
  }

  get hasBegun(): boolean {
    return this.#controller.signal.aborted;
  }

  /** Aborted when draining begins. */
  get signal(): AbortSignal {
    return this.#controller.signal;
  }
}
