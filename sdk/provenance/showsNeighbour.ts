import { readRlp } from "../chain/readRlp.ts";

/**
 * Whether a proof that a word is absent ends in the leaf of another word, which it thereby shows to whoever guesses the key.
 * One that ends in a fork without a branch shows nothing.
 */
export function showsNeighbour(proof: readonly string[]): boolean {
  const last = proof[proof.length - 1];
  if (last === undefined || last === "0x80") return false;
  const node = readRlp(last);
  const [path] = node;
  // Of the two kinds of nodes with two items, leaves have a path whose first digit is 2 or 3.
  return node.length === 2 && typeof path === "string" && /^0x[23]/.test(path);
}
