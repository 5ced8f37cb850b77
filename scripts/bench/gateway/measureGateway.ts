import type { BenchMember } from "./benchMember.ts";
import type { Child } from "./Child.ts";
import type { GatewayLoaded } from "./loadGateway.ts";
import { percentile } from "./percentile.ts";

/** The load that is measured. */
export interface Load {
  readonly url: string;
  readonly members: readonly BenchMember[];
  readonly callers: number;
  readonly seconds: number;
}

const WARM_UP_SECONDS = 5;
const DRAIN_MS = 60_000;

async function untilSettled(stack: Child, wanted: number): Promise<void> {
  const end = performance.now() + DRAIN_MS;
  while ((await stack.ask<number>("splits")) < wanted) {
    if (performance.now() > end) throw new Error("Accepted splits did not settle in a minute.");
  }
}

/** Splits accepted (201 or 202) and settled (included and projected, counted in the projection) under full load. */
export async function measureGateway(stack: Child, client: Child, load: Load) {
  const { seconds, ...how } = load;
  await client.ask("loadGateway", { ...how, seconds: WARM_UP_SECONDS });
  const before = await stack.ask<number>("splits");
  const cpuBefore = await stack.ask<number>("processorSeconds");
  const began = performance.now();
  const loaded = await client.ask<GatewayLoaded>("loadGateway", load);
  await untilSettled(stack, before + loaded.accepted);
  const settledSeconds = (performance.now() - began) / 1000;
  const settled = (await stack.ask<number>("splits")) - before;
  if (settled !== loaded.accepted)
    throw new Error(`${loaded.accepted} accepted, ${settled} settled.`);
  const { accepted, pending, refused, refusal, latenciesMs } = loaded;
  if (refusal !== undefined) console.error(`refused ${JSON.stringify(refused)}: ${refusal}`);
  const cpu = (await stack.ask<number>("processorSeconds")) - cpuBefore;
  return {
    acceptedPerSecond: Math.round(accepted / loaded.seconds),
    settledPerSecond: Math.round(settled / settledSeconds),
    p50Ms: Math.round(percentile(latenciesMs, 0.5)),
    p99Ms: Math.round(percentile(latenciesMs, 0.99)),
    seconds: Math.round(settledSeconds),
    splits: settled,
    pending,
    refused,
    gatewayMsPerSplit: Math.round((cpu * 100_000) / settled) / 100,
  };
}
