import { concat, id, keccak256, toBeHex } from "ethers";
import type { Hex } from "./ristretto.ts";

/**
 * The final form of a blind tag: keccak256 of the purpose's digest, the epoch in 32 bytes and the VOPRF's output, so that
 * the tag names its epoch and fits one word of the ledger.
 *
 * @param output of RFC 9497's Finalize; 64 bytes
 * @returns 32 bytes in hex
 *
 * @example
 * import { blindTag } from "@tallystick/sdk";
 *
 * blindTag(1, new Uint8Array(64)) === blindTag(2, new Uint8Array(64)) // => false
 */
export function blindTag(epoch: number, output: Uint8Array): Hex {
  return keccak256(concat([id("Tallystick blind tag v1"), toBeHex(epoch, 32), output])) as Hex;
}
