import { createKeccak } from "hash-wasm";
import { type Keccak, keccak } from "./keccak.ts";

/**
 * Keccak-256 in WebAssembly, several times as fast for trees of many documents; in JavaScript where a page forbids
 * WebAssembly.
 *
 * @example
 * import { createFastKeccak, keccak } from "@tallystick/sdk";
 *
 * const fast = await createFastKeccak();
 * fast(new Uint8Array(64)) // => keccak(new Uint8Array(64))
 */
export async function createFastKeccak(): Promise<Keccak> {
  try {
    const hasher = await createKeccak(256);
    return (bytes) => hasher.init().update(bytes).digest("binary");
  } catch {
    return keccak;
  }
}
