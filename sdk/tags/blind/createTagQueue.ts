import { largestTagBatch } from "./largestTagBatch.ts";
import type { Hex } from "./ristretto.ts";

/** Makes tags of up to 100 identities at once. */
type MakeTags = (identities: readonly string[]) => Promise<readonly Hex[]>;

/**
 * Collects the identities that are asked for in one turn, each once, makes their tags together, and remembers the latest
 * ones. What failed is asked again next time.
 *
 * @param remember number of tags kept in memory
 */
export function createTagQueue(
  remember: number,
  make: MakeTags,
): { tagOf(identity: string): Promise<Hex> } {
  const known = new Map<string, Promise<Hex>>();
  let waiting: {
    identity: string;
    resolve: (tag: Hex) => void;
    reject: (error: unknown) => void;
  }[] = [];

  async function run(batch: typeof waiting): Promise<void> {
    try {
      const tags = await make(batch.map(({ identity }) => identity));
      for (const [place, { resolve, reject }] of batch.entries()) {
        const tag = tags[place];
        if (tag === undefined) reject(new Error("A tag is missing."));
        else resolve(tag);
      }
    } catch (error) {
      for (const { identity, reject } of batch) {
        known.delete(identity);
        reject(error);
      }
    }
  }

  function flush(): void {
    const all = waiting;
    waiting = [];
    for (let start = 0; start < all.length; start += largestTagBatch) {
      run(all.slice(start, start + largestTagBatch)).catch(() => undefined);
    }
  }

  function forgetOldest(): void {
    for (const identity of known.keys()) {
      if (known.size <= remember) return;
      known.delete(identity);
    }
  }

  return {
    tagOf(identity) {
      const earlier = known.get(identity);
      if (earlier !== undefined) return earlier;
      const tag = new Promise<Hex>((resolve, reject) => {
        if (waiting.length === 0) queueMicrotask(flush);
        waiting.push({ identity, resolve, reject });
      });
      known.set(identity, tag);
      forgetOldest();
      return tag;
    },
  };
}
