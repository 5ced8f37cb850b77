import { sha256 } from "ethers";

const encoder = new TextEncoder();

/** SHA-256 of bytes, or of a text in UTF-8: 0x and 64 hex digits. */
export function sha256Digest(content: Uint8Array | string): `0x${string}` {
  return sha256(typeof content === "string" ? encoder.encode(content) : content) as `0x${string}`;
}
