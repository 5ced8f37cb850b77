import { bytesOf } from "../../chain/bytesOf.ts";
import type { Hex } from "../../chain/hex.ts";

/** A number as four bytes, most significant first: how the engine writes lengths and types. */
function u32(value: number): Uint8Array {
  const bytes = new Uint8Array(4);
  new DataView(bytes.buffer).setUint32(0, value);
  return bytes;
}

function join(...parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** The engine's linear codec, as far as messages need it. */
export const warpBytes = {
  u32,
  join,
  /** Bytes with their length before them. */
  counted: (bytes: Uint8Array): Uint8Array => join(u32(bytes.length), bytes),
  fromHex: (hex: Hex): Uint8Array => bytesOf(hex),
  isEqual: (left: Uint8Array, right: Uint8Array): boolean =>
    left.length === right.length && left.every((byte, at) => byte === right[at]),
} as const;
