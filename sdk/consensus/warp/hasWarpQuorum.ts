const QUORUM = 67n;
const WHOLE = 100n;

/**
 * Whether signers weigh enough, as the engine counts it (`VerifyWeight`): 67 hundredths of the whole weight or more, compared
 * without rounding.
 *
 * @example
 * import { hasWarpQuorum } from "@tallystick/sdk";
 *
 * hasWarpQuorum(67n, 100n) // => true
 * hasWarpQuorum(3_000n, 5_000n) // => false
 */
export function hasWarpQuorum(weight: bigint, whole: bigint): boolean {
  return whole * QUORUM <= weight * WHOLE;
}
