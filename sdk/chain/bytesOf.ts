import { hexToBytes } from "@noble/hashes/utils.js";
import { ChainProofError } from "../errors/ChainProofError.ts";
import type { Hex } from "./hex.ts";

/**
 * The bytes of a hex string.
 *
 * @throws ChainProofError `chain-hex-invalid`
 */
export function bytesOf(hex: Hex): Uint8Array {
  try {
    if (hex.startsWith("0x")) return hexToBytes(hex.slice(2));
  } catch {
    // The sentence below says it.
  }
  throw new ChainProofError("chain-hex-invalid", "What should be bytes is not in hex.");
}
