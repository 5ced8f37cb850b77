import { keccak256, toBeHex } from "ethers";

/**
 * The storage key of a mapping's value, as Solidity lays it out: every value type is one word as a key.
 *
 * @param mapping slot of the mapping
 * @param key its key as a number
 * @param offset which word of a struct, from 0
 * @returns 32 bytes in hex
 */
export function storageSlot(mapping: bigint, key: bigint, offset = 0n): string {
  const first = keccak256(`${toBeHex(key, 32)}${toBeHex(mapping, 32).slice(2)}`);
  return offset === 0n ? first : toBeHex((BigInt(first) + offset) % 2n ** 256n, 32);
}
