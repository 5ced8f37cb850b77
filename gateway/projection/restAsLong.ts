import { setTimeout } from "node:timers/promises";

const LONGEST_REST_MS = 25;

/**
 * Rests as long as the work since `started` (by `performance.now`) took. Under load the next batch then holds more
 * blocks, which costs far less than a batch for each; alone the wait is too short to notice.
 */
export function restAsLong(started: number): Promise<void> {
  return setTimeout(Math.min(performance.now() - started, LONGEST_REST_MS));
}
