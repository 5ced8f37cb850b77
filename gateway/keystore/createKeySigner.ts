import { nativeCurve } from "@tallystick/sdk/node";
import { computeAddress, getBytes, hexlify, keccak256, Signature, SigningKey } from "ethers";
import { createPayloadSigner, type SignPayload } from "./createPayloadSigner.ts";
import type { LedgerSigner } from "./signerSource.ts";

function native(curve: NonNullable<typeof nativeCurve>, privateKey: string): SignPayload {
  const key = getBytes(privateKey);
  return (payload) => {
    const { signature, recid } = curve.ecdsaSign(getBytes(keccak256(payload)), key);
    const [r, s] = [hexlify(signature.subarray(0, 32)), hexlify(signature.subarray(32))];
    return Signature.from({ r, s, yParity: recid === 0 ? 0 : 1 });
  };
}

function portable(privateKey: string): SignPayload {
  const key = new SigningKey(privateKey);
  return (payload) => key.sign(keccak256(payload));
}

/**
 * Signs with a private key in memory: natively where libsecp256k1 runs, in JavaScript elsewhere. Both are RFC 6979, so the
 * bytes are the same.
 */
export function createKeySigner(
  privateKey: string,
  { inJavaScript = false }: { readonly inJavaScript?: boolean } = {},
): LedgerSigner {
  const curve = inJavaScript ? undefined : nativeCurve;
  const sign = curve === undefined ? portable(privateKey) : native(curve, privateKey);
  return createPayloadSigner(computeAddress(privateKey), sign);
}
