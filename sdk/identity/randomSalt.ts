import { hexlify, randomBytes } from "ethers";

/**
 * A new salt for a digest, from the platform's secure random source.
 *
 * @returns 32 bytes in hex
 *
 * @example
 * import { randomSalt } from "@tallystick/sdk";
 *
 * randomSalt() === randomSalt() // => false
 */
export function randomSalt(): `0x${string}` {
  return hexlify(randomBytes(32)) as `0x${string}`;
}
