import type { Keccak } from "./keccak.ts";

// Hashing takes a copy, so one buffer serves every node.
const pair = new Uint8Array(64);

function isAbove(left: Uint8Array, right: Uint8Array): boolean {
  for (let index = 0; index < 32; index += 1) {
    const difference = (left[index] ?? 0) - (right[index] ?? 0);
    if (difference !== 0) return difference > 0;
  }
  return false;
}

/** The node above two hashes, which are hashed in ascending order: proofs need not say which one is the left one. */
export function nodeBytes(keccak: Keccak, left: Uint8Array, right: Uint8Array): Uint8Array {
  const swapped = isAbove(left, right);
  pair.set(swapped ? right : left, 0);
  pair.set(swapped ? left : right, 32);
  return keccak(pair);
}
