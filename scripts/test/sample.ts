import { createHash } from "node:crypto";

/** `size` of the items, the same ones for the same seed. */
export function sample<Item>(items: readonly Item[], size: number, seed: string): Item[] {
  const rank = (index: number): string =>
    createHash("sha256").update(`${seed}:${index}`).digest("hex");
  return items
    .map((item, index) => ({ item, rank: rank(index) }))
    .sort((a, b) => (a.rank < b.rank ? -1 : 1))
    .slice(0, size)
    .map(({ item }) => item);
}
