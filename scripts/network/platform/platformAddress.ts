import { secp256k1 } from "@avalabs/avalanchejs";

/** The 20 bytes that a P-chain key, given as 32 bytes in hex, is known by. */
export function platformAddress(secret: string): Uint8Array {
  return secp256k1.publicKeyBytesToAddress(secp256k1.getPublicKey(Buffer.from(secret, "hex")));
}
