import { setTimeout } from "node:timers/promises";
import type { Child } from "./Child.ts";
import type { Load } from "./measureGateway.ts";
import { type Sample, slopeOf } from "./slopeOf.ts";

/** A load that the machine bears with ease, so that nothing piles up that isn't kept for ever. */
const PER_SECOND = 100;
const CALLERS = 32;
const EVERY_MS = 2_000;

interface Memory {
  readonly residentMiB: number;
  readonly liveMiB: number;
}

const rounded = (value: number) => Math.round(value * 100) / 100;

/** How the gateway's memory grows under a steady load, each sample right after a full collection. */
export async function measureMemory(stack: Child, client: Child, load: Omit<Load, "callers">) {
  const { seconds } = load;
  const resident: Sample[] = [];
  const live: Sample[] = [];
  const began = performance.now();
  const steady = { ...load, callers: CALLERS, perSecond: PER_SECOND };
  let under = true;
  const loaded = client.ask("loadGateway", steady).finally(() => {
    under = false;
  });
  while (under) {
    await setTimeout(EVERY_MS);
    const { residentMiB, liveMiB } = await stack.ask<Memory>("memory");
    const minutes = (performance.now() - began) / 60_000;
    // What is allocated once and for all comes in the first fifth.
    if (minutes * 60 < seconds / 5) continue;
    resident.push({ minutes, value: residentMiB });
    live.push({ minutes, value: liveMiB });
  }
  await loaded;
  return {
    memorySlopeMiBPerMinute: rounded(slopeOf(resident)),
    liveSlopeMiBPerMinute: rounded(slopeOf(live)),
    memoryMinutes: rounded(seconds / 60),
    memoryLoadPerSecond: PER_SECOND,
    residentMiB: Math.round(resident.at(-1)?.value ?? 0),
  };
}
