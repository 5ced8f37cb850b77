import type { StallWatch } from "../chain/createStallWatch.ts";
import { InclusionPending } from "./inclusionPending.ts";

/** For how long a caller waits for its block. */
export interface InclusionPatience {
  /** Rejects with `InclusionPending` when it is over. */
  readonly ended: Promise<never>;
  /** Nobody waits any more. */
  end(): void;
}

// The other steps of its request are stored meanwhile, and a chain that moves on after all is not missed.
const GRACE_MS = 1_000;

/** `timeoutMs`, and no longer than a moment once the chain stands still. */
export function inclusionPatience(
  transactionHash: string,
  timeoutMs: number,
  stall: Pick<StallWatch, "sentence" | "subscribe"> | undefined,
): InclusionPatience {
  const { promise: ended, reject } = Promise.withResolvers<never>();
  const late = () => reject(new InclusionPending(transactionHash));
  const timers = [setTimeout(late, timeoutMs)];
  const hurry = () => timers.push(setTimeout(late, GRACE_MS));
  const unsubscribe = stall?.subscribe(hurry);
  if (stall?.sentence() !== undefined) hurry();
  return {
    ended,
    end() {
      unsubscribe?.();
      for (const timer of timers) clearTimeout(timer);
    },
  };
}
