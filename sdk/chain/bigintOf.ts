import type { Hex } from "./hex.ts";

/** The number that bytes are, most significant first; `0x` is zero. */
export function bigintOf(hex: Hex): bigint {
  return hex === "0x" ? 0n : BigInt(hex);
}
