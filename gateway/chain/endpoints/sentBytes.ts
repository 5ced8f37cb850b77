import type { Endpoint } from "./endpoint.ts";

const REMEMBERED = 20_000;
// The end of a signature: enough to tell transactions apart.
const TAIL = 96;

/** Which nodes were handed a transaction, so that what isn't included goes to another one the next time. */
export class SentBytes {
  readonly #times = new Map<string, Map<Endpoint, number>>();

  /** Those that had it least often first, otherwise in the given order. */
  order(raw: string, endpoints: readonly Endpoint[]): readonly Endpoint[] {
    const times = this.#times.get(raw.slice(-TAIL));
    if (times === undefined) return endpoints;
    const of = (endpoint: Endpoint) => times.get(endpoint) ?? 0;
    return endpoints.toSorted((a, b) => of(a) - of(b));
  }

  note(raw: string, endpoint: Endpoint): void {
    const key = raw.slice(-TAIL);
    const times = this.#times.get(key) ?? new Map<Endpoint, number>();
    times.set(endpoint, (times.get(endpoint) ?? 0) + 1);
    // What was sent last is forgotten last.
    this.#times.delete(key);
    this.#times.set(key, times);
    const [oldest] = this.#times.keys();
    if (this.#times.size > REMEMBERED && oldest !== undefined) this.#times.delete(oldest);
  }
}
