import type { Hex } from "./hex.ts";

/** A number as RLP has it, without leading zeros, from the same in any hex: zero is `0x`. */
export function scalarOf(quantity: Hex): Hex {
  const digits = quantity.slice(2).replace(/^0+/, "");
  return `0x${digits.length % 2 === 0 ? "" : "0"}${digits}`.toLowerCase();
}
