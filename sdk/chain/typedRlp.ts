import type { Hex } from "./hex.ts";

/** EIP-2718: the type before the payload; legacy transactions (`0x`, which is type 0) have none. */
export function typedRlp(type: Hex, payload: Hex): Hex {
  return `${type}${payload.slice(2)}`;
}
