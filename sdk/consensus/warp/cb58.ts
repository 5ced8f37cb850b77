import { sha256 } from "@noble/hashes/sha2.js";
import { encodeBase58 } from "ethers";
import { bytesOf } from "../../chain/bytesOf.ts";
import type { Hex } from "../../chain/hex.ts";

/** Bytes and the last four of their SHA-256, in base 58: how the network writes ids. */
export function cb58(hex: Hex): string {
  const bytes = bytesOf(hex);
  return encodeBase58(new Uint8Array([...bytes, ...sha256(bytes).subarray(-4)]));
}
