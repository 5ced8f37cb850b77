import { keccak_256 } from "@noble/hashes/sha3.js";

/** Keccak-256 of some bytes; the answer is the caller's. */
export type Keccak = (bytes: Uint8Array) => Uint8Array;

/** Keccak-256 in JavaScript, which runs everywhere. */
export const keccak: Keccak = keccak_256;
