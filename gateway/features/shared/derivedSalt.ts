import { createHmac } from "node:crypto";

/**
 * 32 bytes in hex that nobody can guess and that a repeated request finds again: a write that died between the ledger
 * and the database must write the very salt that is on the ledger.
 */
export function derivedSalt(passphrase: string, purpose: string, ref: string): string {
  return `0x${createHmac("sha256", passphrase).update(`${purpose} ${ref}`).digest("hex")}`;
}
