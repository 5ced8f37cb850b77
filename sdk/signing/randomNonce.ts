import { randomBytes, toBigInt } from "ethers";

/**
 * A nonce that nobody used: 256 random bits. The ledger takes nonces in any order.
 *
 * @example
 * import { randomNonce } from "@tallystick/sdk";
 *
 * randomNonce() === randomNonce() // => false
 */
export function randomNonce(): bigint {
  return toBigInt(randomBytes(32));
}
