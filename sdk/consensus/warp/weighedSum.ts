import { type WarpPoint, warpCurve } from "./warpCurve.ts";

const BITS = 64n;
const WINDOW = 4n;
const BUCKETS = 2 ** Number(WINDOW);

/** Points with the same digit are added once, and counted by adding running sums: `1 * b1 + 2 * b2 + ... + 15 * b15`. */
function sumOfWindow(points: readonly WarpPoint[], digits: readonly number[]): WarpPoint {
  const buckets = new Map<number, WarpPoint>();
  for (const [at, point] of points.entries()) {
    const digit = digits[at] ?? 0;
    if (digit === 0) continue;
    const before = buckets.get(digit);
    buckets.set(digit, before === undefined ? point : before.add(point));
  }
  const nought = warpCurve.sum([]);
  let [running, sum] = [nought, nought];
  for (let digit = BUCKETS - 1; digit > 0; digit -= 1) {
    running = running.add(buckets.get(digit) ?? nought);
    sum = sum.add(running);
  }
  return sum;
}

/**
 * The sum of points, each times its 64-bit number (Pippenger's buckets over 4 bits): the library's own multiplication goes over
 * all 255 bits of the group's order.
 */
export function weighedSum(points: readonly WarpPoint[], weights: readonly bigint[]): WarpPoint {
  let whole = warpCurve.sum([]);
  for (let shift = BITS - WINDOW; shift >= 0n; shift -= WINDOW) {
    for (let doubling = 0n; doubling < WINDOW; doubling += 1n) whole = whole.double();
    const digits = weights.map((weight) => Number((weight >> shift) & (2n ** WINDOW - 1n)));
    whole = whole.add(sumOfWindow(points, digits));
  }
  return whole;
}
