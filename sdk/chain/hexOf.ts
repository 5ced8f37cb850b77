import { bytesToHex } from "@noble/hashes/utils.js";
import type { Hex } from "./hex.ts";

/** Bytes in hex. */
export function hexOf(bytes: Uint8Array): Hex {
  return `0x${bytesToHex(bytes)}`;
}
