import { getBytes } from "ethers";
import type { TagShare } from "../../sdk/index.ts";
import { ristretto } from "../../sdk/tags/blind/ristretto.ts";

const { Fn } = ristretto;

/** The key that shares are of, put together as nobody should: an oracle for tests alone. */
export function wholeTagKey(shares: readonly TagShare[]): Uint8Array {
  const secret = shares.reduce((sum, { index, secret: hex }) => {
    const weight = shares
      .filter((other) => other.index !== index)
      .map((other) => Fn.div(BigInt(other.index), Fn.create(BigInt(other.index - index))))
      .reduce((product, each) => Fn.mul(product, each), 1n);
    return Fn.add(sum, Fn.mul(weight, Fn.fromBytes(getBytes(hex))));
  }, 0n);
  return Fn.toBytes(secret);
}
