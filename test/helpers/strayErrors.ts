import type { EventEmitter } from "node:events";
import { setImmediate as nextTurn } from "node:timers/promises";

const kinds = ["unhandledRejection", "uncaughtException"] as const;

/** What went wrong while `work` ran and nobody caught: each of them would have ended the process. */
export async function strayErrors(work: () => Promise<unknown>): Promise<unknown[]> {
  const stray: unknown[] = [];
  const note = (error: unknown) => void stray.push(error);
  const emitter: EventEmitter = process;
  const others = kinds.map((kind) => [kind, emitter.rawListeners(kind)] as const);
  for (const kind of kinds) emitter.removeAllListeners(kind).on(kind, note);
  try {
    await work();
    await nextTurn();
  } finally {
    for (const [kind, listeners] of others) {
      emitter.removeAllListeners(kind);
      for (const listener of listeners) emitter.on(kind, listener as (error: unknown) => void);
    }
  }
  return stray;
}
