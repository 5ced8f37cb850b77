import { pause } from "./pause.ts";

/** Waits until `check` no longer throws, and at last lets it throw. */
export async function eventually(check: () => unknown, withinMs = 8_000): Promise<void> {
  const end = Date.now() + withinMs;
  for (;;) {
    try {
      await check();
      return;
    } catch (error) {
      if (Date.now() > end) throw error;
      await pause(20);
    }
  }
}
