import { bls12_381 } from "@noble/curves/bls12-381.js";

/** A validator's key for proofs of blocks; all in hex without 0x but the two that others read. */
export interface BlsKey {
  readonly secret: string;
  /** Compressed, 48 bytes in 0x-hex. */
  readonly publicKey: string;
  /** Signature of the public key by itself, 96 bytes in 0x-hex. */
  readonly proofOfPossession: string;
}

const POSSESSION = "BLS_POP_BLS12381G2_XMD:SHA-256_SSWU_RO_POP_";

/** A new key with the proof that whoever registers it holds it: without one, a made-up key could cancel others out. */
export function blsKey(secret: Uint8Array = bls12_381.utils.randomSecretKey()): BlsKey {
  const { longSignatures: bls } = bls12_381;
  const publicKey = bls.getPublicKey(secret).toBytes(true);
  const signature = bls.sign(bls.hash(publicKey, POSSESSION), secret);
  const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString("hex");
  return {
    secret: hex(secret),
    publicKey: `0x${hex(publicKey)}`,
    proofOfPossession: `0x${hex(bls.Signature.toBytes(signature))}`,
  };
}
