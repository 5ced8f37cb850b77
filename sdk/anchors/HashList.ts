const hashLength = 32;
const hashesPerChunk = 32_768;

/** A list of 32-byte hashes in chunks of 1 MiB: 32 bytes a hash, and no copy when it grows. */
export class HashList {
  readonly #chunks: Uint8Array[] = [];
  #length = 0;

  /** How many hashes there are. */
  get length(): number {
    return this.#length;
  }

  /** Appends a copy of a hash. */
  push(hash: Uint8Array): void {
    const index = this.#length % hashesPerChunk;
    let chunk = this.#chunks.at(-1);
    if (chunk === undefined || index === 0) {
      chunk = new Uint8Array(hashLength * hashesPerChunk);
      this.#chunks.push(chunk);
    }
    chunk.set(hash, index * hashLength);
    this.#length += 1;
  }

  /** A hash by its place from 0, as a view of the list; undefined beyond its end. */
  at(place: number): Uint8Array | undefined {
    if (place < 0 || place >= this.#length) return undefined;
    const start = (place % hashesPerChunk) * hashLength;
    return this.#chunks[Math.floor(place / hashesPerChunk)]?.subarray(start, start + hashLength);
  }
}
