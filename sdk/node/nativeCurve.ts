import { createRequire } from "node:module";

/** What libsecp256k1 does for us. */
interface Curve {
  /** RFC 6979 signature (r and s, low s) of a 32-byte digest, and its recovery id. */
  ecdsaSign(digest: Uint8Array, key: Uint8Array): { signature: Uint8Array; recid: number };
  /** The public key (65 bytes when not compressed) that made a signature; throws when there is none. */
  ecdsaRecover(
    signature: Uint8Array,
    recid: number,
    digest: Uint8Array,
    compressed: boolean,
  ): Uint8Array;
}

/** libsecp256k1 itself; undefined where the package has no binary for this machine. Its own JavaScript stand-in is passed over. */
export const nativeCurve: Curve | undefined = (() => {
  try {
    return createRequire(import.meta.url)("secp256k1/bindings.js") as Curve;
  } catch {
    return undefined;
  }
})();
