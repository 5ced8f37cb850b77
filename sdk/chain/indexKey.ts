import { bytesOf } from "./bytesOf.ts";
import type { Hex } from "./hex.ts";
import { hexOf } from "./hexOf.ts";
import { rlpBytes } from "./rlpBytes.ts";
import { scalarOf } from "./scalarOf.ts";

/**
 * Under which key a block's tries have the transaction or receipt with this number in the block.
 *
 * @example
 * import { indexKey } from "@tallystick/sdk";
 *
 * indexKey(0) // => "0x80"
 * indexKey(200) // => "0x81c8"
 */
export function indexKey(index: number): Hex {
  return hexOf(rlpBytes(bytesOf(scalarOf(`0x${index.toString(16)}`))));
}
