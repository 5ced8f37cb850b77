import { setTimeout as rest } from "node:timers/promises";
import { NetworkError } from "./NetworkError.ts";

/** Asks again and again until the answer is true; what rejects counts as not yet. */
export async function waitUntil(
  what: string,
  isSo: () => Promise<boolean>,
  { withinMs = 120_000, everyMs = 100 } = {},
): Promise<void> {
  const until = performance.now() + withinMs;
  for (;;) {
    if (await isSo().catch(() => false)) return;
    if (performance.now() > until) {
      throw new NetworkError("TOO_SLOW", `${what} did not happen in ${withinMs / 1000} s.`);
    }
    await rest(everyMs);
  }
}
