import { createSHA256, type IHasher } from "hash-wasm";

/** SHA-256 of texts, and of what follows one another; its state can be saved and gone on with. */
export class RowHash {
  readonly #hasher: IHasher;

  private constructor(hasher: IHasher) {
    this.#hasher = hasher.init();
  }

  static async create(): Promise<RowHash> {
    return new RowHash(await createSHA256());
  }

  /** SHA-256 of a text alone. */
  of(text: string): Uint8Array {
    return this.#hasher.init().update(text).digest("binary");
  }

  begin(): void {
    this.#hasher.init();
  }

  add(bytes: Uint8Array | string): void {
    this.#hasher.update(bytes);
  }

  /** Hexadecimal digest of all that was added; more may be added afterwards. */
  digest(): string {
    const state = this.#hasher.save();
    const digest = this.#hasher.digest("hex");
    this.#hasher.load(state);
    return digest;
  }

  save(): Uint8Array {
    return this.#hasher.save();
  }

  load(state: Uint8Array): void {
    this.#hasher.load(state);
  }
}
