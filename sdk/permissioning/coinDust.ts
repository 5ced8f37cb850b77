import type { CoinDust } from "./permissionFacts.ts";

/** Transactions at the full gas limit that an account's coin is enough for when it is given. */
const TRANSACTIONS = 10_000n;
/** It is given again when it is enough for fewer than these. */
const TOPPED_UP_BELOW = 2_000n;

/**
 * How much of the chain's coin an account gets, in wei: it pays for gas where the engine takes no price of 0, and buys
 * nothing else. Undefined on engines that take 0.
 *
 * @example
 * import { coinDust } from "@tallystick/sdk";
 *
 * coinDust({ gasPrice: 1n, gasLimit: 8_000_000n }) // => { grant: 80000000000n, mark: 16000000000n }
 */
export function coinDust({
  gasPrice,
  gasLimit,
}: {
  readonly gasPrice: bigint;
  readonly gasLimit: bigint;
}): CoinDust | undefined {
  if (gasPrice === 0n) return undefined;
  const each = gasPrice * gasLimit;
  return { grant: each * TRANSACTIONS, mark: each * TOPPED_UP_BELOW };
}
