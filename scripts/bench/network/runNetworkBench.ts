import { setTimeout as pause } from "node:timers/promises";
import type { BenchMember } from "../gateway/benchMember.ts";
import { Child } from "../gateway/Child.ts";
import type { GatewayLoaded } from "../gateway/loadGateway.ts";
import { percentile } from "../gateway/percentile.ts";
import { admitToNetwork } from "./admitToNetwork.ts";
import { type BenchTarget, benchTarget } from "./benchTarget.ts";
import type { BatchLoaded } from "./loadBatches.ts";
import { measureRaw } from "./measureRaw.ts";

/** What is measured, and how much of it. */
export interface NetworkBenchOptions {
  /** Of a network that runs; an anvil stands in without it. */
  readonly directory: string | undefined;
  readonly members: number;
  readonly callers: number;
  readonly seconds: number;
  readonly raw: number;
}

interface Scene {
  readonly stack: Child;
  readonly client: Child;
  readonly url: string;
  readonly members: readonly BenchMember[];
}

const BLOCK_MS = 2_000;
const WARM_UP_SECONDS = 6;
const RECIPIENTS = 4;
const BATCH = 200;
const BATCH_CALLERS = 24;
const DRAIN_MS = 60_000;

function say(sentence: string): void {
  console.error(`bench:network: ${sentence}`);
}

/** What was accepted, counted in the projection: how fast it settled, and what each cost the gateway's processor. */
async function settled(
  { stack }: Scene,
  cause: "split" | "passed",
  load: () => Promise<{ readonly accepted: number }>,
) {
  const before = await stack.ask<number>("count", cause);
  const processor = await stack.ask<number>("processorSeconds");
  const began = performance.now();
  const { accepted } = await load();
  const end = performance.now() + DRAIN_MS;
  let count = 0;
  while (count < accepted) {
    count = (await stack.ask<number>("count", cause)) - before;
    if (performance.now() > end) throw new Error(`${accepted} accepted, ${count} settled.`);
    if (count < accepted) await pause(50);
  }
  const milliseconds = ((await stack.ask<number>("processorSeconds")) - processor) * 1_000;
  return {
    perSecond: Math.round((count * 1000) / (performance.now() - began)),
    gatewayMs: Math.round((milliseconds * 100) / count) / 100,
  };
}

async function single(scene: Scene, { callers, seconds }: NetworkBenchOptions) {
  const { client, url, members } = scene;
  const load = { url, members, callers };
  await client.ask("loadGateway", { ...load, seconds: WARM_UP_SECONDS });
  let loaded: GatewayLoaded | undefined;
  const { perSecond, gatewayMs } = await settled(scene, "split", async () => {
    loaded = await client.ask<GatewayLoaded>("loadGateway", { ...load, seconds });
    return loaded;
  });
  const { latenciesMs = [], refused = {}, refusal, pending = 0 } = loaded ?? {};
  if (refusal !== undefined) say(`refused ${JSON.stringify(refused)}: ${refusal}`);
  const p95Ms = Math.round(percentile(latenciesMs, 0.95));
  const p95Blocks = Math.round((p95Ms / BLOCK_MS) * 100) / 100;
  const p50Ms = Math.round(percentile(latenciesMs, 0.5));
  const cost = { gatewayMsPerSingle: gatewayMs };
  return { singleChildrenPerSecond: perSecond, p50Ms, p95Ms, p95Blocks, pending, ...cost };
}

async function batched(scene: Scene, { seconds }: NetworkBenchOptions) {
  const { client, url, members } = scene;
  const load = { url, members, recipients: RECIPIENTS, children: BATCH, callers: BATCH_CALLERS };
  let loaded: BatchLoaded | undefined;
  const { perSecond, gatewayMs } = await settled(scene, "passed", async () => {
    loaded = await client.ask<BatchLoaded>("loadBatches", { ...load, seconds });
    return { accepted: loaded.children };
  });
  const { batches = 0, latenciesMs = [], refused = 0, refusal } = loaded ?? {};
  if (refusal !== undefined) say(`${refused} batches refused: ${refusal}`);
  const batchP95Ms = Math.round(percentile(latenciesMs, 0.95));
  const cost = { gatewayMsPerBatched: gatewayMs };
  return {
    batchedChildrenPerSecond: perSecond,
    childrenABatch: BATCH,
    batches,
    batchP95Ms,
    ...cost,
  };
}

async function run(
  target: BenchTarget,
  scene: Omit<Scene, "members">,
  options: NetworkBenchOptions,
) {
  const { stack, url } = scene;
  say(`admitting ${options.members} members`);
  const counts = { members: options.members, recipients: RECIPIENTS };
  const members = await admitToNetwork(target, stack, url, counts);
  await target.begin();
  say(`single splits for ${options.seconds} seconds`);
  const one = await single({ ...scene, members }, options);
  say(`batches of ${BATCH} for ${options.seconds} seconds`);
  const many = await batched({ ...scene, members }, options);
  // The members' keys are used outside now: the gateway must not be there any more.
  await stack.end();
  say(`${options.raw} signed splits to the chain alone`);
  const rawChainPerSecond = await measureRaw(target, members, options.raw);
  const ratio = Math.round((one.singleChildrenPerSecond / rawChainPerSecond) * 1000) / 1000;
  const { engine, validators } = target;
  const how = { engine, validators, members: options.members, callers: options.callers };
  return { ...how, ...one, rawChainPerSecond, ratio, ...many };
}

/** Children a second through a gateway of the bench's own, single and batched, beside the chain alone. */
export async function runNetworkBench(options: NetworkBenchOptions) {
  const target = await benchTarget(options.directory);
  const client = new Child("../network/clientMain.ts");
  const stack = new Child("../network/gatewayMain.ts");
  try {
    const { environment, directory } = target;
    const { url } = await stack.ask<{ url: string }>("start", { environment, directory });
    while (!(await fetch(`${url}/readyz`)).ok) await pause(100);
    return await run(target, { stack, client, url }, options);
  } finally {
    await Promise.all([client.end(), stack.end()]);
    await target.close();
  }
}
