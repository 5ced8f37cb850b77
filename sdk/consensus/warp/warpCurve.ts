import { bls12_381 } from "@noble/curves/bls12-381.js";

const { longSignatures, G1, G2, fields } = bls12_381;
/** As keys with a proof of possession sign (RFC draft BLS signatures, 4.2.3). The library's default is another one. */
const DOMAIN = "BLS_SIG_BLS12381G2_XMD:SHA-256_SSWU_RO_POP_";

/** A point of G1: a public key. */
export type WarpKey = InstanceType<typeof G1.Point>;
/** A point of G2: a signature, or a message that was hashed to the curve. */
export type WarpPoint = InstanceType<typeof G2.Point>;

/** A key that is in the group and isn't nought, which would verify anything that a forger adds up to nought. */
function keyOf(compressed: Uint8Array): WarpKey {
  const key = G1.Point.fromBytes(compressed);
  key.assertValidity();
  if (key.is0()) throw new Error("the point at infinity is no key");
  return key;
}

function pointOf(compressed: Uint8Array): WarpPoint {
  const point = longSignatures.Signature.fromBytes(compressed);
  point.assertValidity();
  return point;
}

/** BLS12-381 with keys in G1 and signatures in G2, in JavaScript. */
export const warpCurve = {
  keyOf,
  /** Throws where bytes are no point of the group. */
  pointOf,
  bytesOf: (point: WarpPoint): Uint8Array => longSignatures.Signature.toBytes(point),
  hash: (message: Uint8Array): WarpPoint => longSignatures.hash(message, DOMAIN),
  sumOfKeys: (keys: readonly WarpKey[]): WarpKey =>
    keys.reduce((sum, key) => sum.add(key), G1.Point.ZERO),
  sum: (points: readonly WarpPoint[]): WarpPoint =>
    points.reduce((sum, point) => sum.add(point), G2.Point.ZERO),
  sign: (message: Uint8Array, secretKey: Uint8Array): WarpPoint =>
    longSignatures.sign(longSignatures.hash(message, DOMAIN), secretKey),
  /** Whether the product of `e(key, message)` is `e(generator, signature)`. */
  holds(
    pairs: readonly { readonly key: WarpKey; readonly message: WarpPoint }[],
    signature: WarpPoint,
  ): boolean {
    const own = pairs.map(({ key: g1, message: g2 }) => ({ g1, g2 }));
    const negated = { g1: G1.Point.BASE.negate(), g2: signature };
    // The library's pairing refuses nought, which no signer's key or signature is.
    if ([...own, negated].some(({ g1, g2 }) => g1.is0() || g2.is0())) return false;
    return fields.Fp12.eql(bls12_381.pairingBatch([...own, negated]), fields.Fp12.ONE);
  },
} as const;
