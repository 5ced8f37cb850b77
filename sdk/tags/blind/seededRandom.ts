import { concat, getBytes, id, sha512, toBeHex } from "ethers";

/**
 * Random bytes that only the seed's holder can make, and makes again: SHA-512 of seed, purpose and a counter.
 *
 * @param seed 32 secret random bytes
 * @param purpose everything that the bytes are for; another purpose gives unrelated bytes
 */
export function seededRandom(seed: Uint8Array, purpose: string): (length?: number) => Uint8Array {
  let counter = 0;
  return (length = 32) => {
    const bytes = new Uint8Array(length);
    for (let start = 0; start < length; start += 64) {
      const block = getBytes(sha512(concat([seed, id(purpose), toBeHex(counter, 8)])));
      bytes.set(block.subarray(0, Math.min(64, length - start)), start);
      counter += 1;
    }
    return bytes;
  };
}
