import { nativeCurve } from "@tallystick/sdk/node";
import {
  computeAddress,
  concat,
  getBytes,
  hexlify,
  recoverAddress,
  Signature,
  toBeHex,
} from "ethers";
import { ProblemError } from "../errors/problemError.ts";

const ORDER = 0xffff_ffff_ffff_ffff_ffff_ffff_ffff_fffe_baae_dce6_af48_a03b_bfd2_5e8c_d036_4141n;

function signerOf(digest: string, r: string, s: string, yParity: 0 | 1): string | undefined {
  try {
    if (nativeCurve === undefined) return recoverAddress(digest, Signature.from({ r, s, yParity }));
    const pair = getBytes(concat([r, s]));
    const key = nativeCurve.ecdsaRecover(pair, yParity, getBytes(digest), false);
    return computeAddress(hexlify(key));
  } catch {
    return undefined;
  }
}

/**
 * The signature that the chain takes, from the two numbers that key holders give: with the lower of the two possible s,
 * which the chain insists on (EIP-2), and the parity by which the account is recovered. Rejects a signature of any other
 * key: a confused holder must not have a transaction sent from a stranger's account.
 */
export function completeSignature(
  account: string,
  digest: string,
  { r, s }: { readonly r: bigint; readonly s: bigint },
): Signature {
  const low = s > ORDER / 2n ? ORDER - s : s;
  const [first, second] = [toBeHex(r, 32), toBeHex(low, 32)];
  for (const yParity of [0, 1] as const) {
    if (signerOf(digest, first, second, yParity)?.toLowerCase() === account.toLowerCase())
      return Signature.from({ r: first, s: second, yParity });
  }
  throw new ProblemError(
    "signer-failed",
    `The holder of account ${account} signed with another key.`,
  );
}
