/** Sums by a key; a sum of 0 takes no memory. */
export class Sums<Key> {
  readonly #sums = new Map<Key, bigint>();

  add(key: Key, by: bigint): void {
    const sum = this.of(key) + by;
    if (sum === 0n) this.#sums.delete(key);
    else this.#sums.set(key, sum);
  }

  of(key: Key): bigint {
    return this.#sums.get(key) ?? 0n;
  }

  clear(): void {
    this.#sums.clear();
  }
}
