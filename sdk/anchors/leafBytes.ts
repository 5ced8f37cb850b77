import type { Keccak } from "./keccak.ts";

const pair = new Uint8Array(64);

/**
 * The leaf of a document: `keccak256(keccak256(abi.encode(salt, digest)))`. It hashes 32 bytes and a node 64, so that no
 * node is ever taken for a leaf.
 *
 * @param salt 32 bytes
 * @param digest 32 bytes
 */
export function leafBytes(keccak: Keccak, salt: Uint8Array, digest: Uint8Array): Uint8Array {
  pair.set(salt, 0);
  pair.set(digest, 32);
  return keccak(keccak(pair));
}
