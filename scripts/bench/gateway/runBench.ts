import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePort } from "../../ledger/freePort.ts";
import { admitMembers } from "./admitMembers.ts";
import { Child } from "./Child.ts";
import { measureGateway } from "./measureGateway.ts";
import { measureMemory } from "./measureMemory.ts";
import { measureNode } from "./measureNode.ts";

/** What is measured. */
export interface BenchOptions {
  readonly members: number;
  readonly callers: number;
  readonly seconds: number;
  /** Of the memory run; 0 leaves it out. */
  readonly minutes: number;
  /** Splits that the raw node gets; 0 leaves it out. */
  readonly raw: number;
  readonly databaseUrl: string | undefined;
  readonly profile: string | undefined;
}

async function startStack(directory: string, databaseUrl: string | undefined, profile?: string) {
  const port = await freePort();
  const profiling = profile === undefined ? [] : ["--cpu-prof", `--cpu-prof-dir=${profile}`];
  const began = performance.now();
  const stack = new Child("stackMain.ts", "--expose-gc", ...profiling);
  const { url } = await stack.ask<{ url: string }>("start", { directory, port, databaseUrl });
  while (!(await fetch(`${url}/readyz`)).ok);
  return { stack, url, seconds: Math.round((performance.now() - began) / 100) / 10 };
}

function say(sentence: string): void {
  console.error(`bench:gateway: ${sentence}`);
}

async function run(options: BenchOptions, directory: string, client: Child) {
  const { callers, seconds, minutes, databaseUrl, profile } = options;
  const { stack, url } = await startStack(directory, databaseUrl, profile);
  say(`admitting ${options.members} members`);
  const members = await admitMembers(stack, url, options.members);
  const load = { url, members, callers, seconds };
  say(`${callers} callers for ${seconds} seconds`);
  const gateway = await measureGateway(stack, client, load);
  if (minutes > 0) say(`memory for ${minutes} minutes`);
  const memory =
    minutes > 0 ? await measureMemory(stack, client, { ...load, seconds: minutes * 60 }) : {};
  const transactions = await stack.ask<number>("splits");
  await stack.end();
  say("starting again");
  const again = await startStack(directory, databaseUrl);
  await again.stack.end();
  const start = { startToReadySeconds: again.seconds, startedWithSplits: transactions };
  if (options.raw === 0) return { ...gateway, ...memory, ...start };
  say(`${options.raw} signed splits to the node alone`);
  const rawNodePerSecond = await measureNode(client, {
    directory,
    members,
    callers,
    splits: options.raw,
  });
  const ratio = Math.round((gateway.settledPerSecond / rawNodePerSecond) * 1000) / 1000;
  return { ...gateway, rawNodePerSecond, ratio, ...memory, ...start };
}

/** Everything real, in a directory that is gone afterwards. */
export async function runBench(options: BenchOptions) {
  const directory = await mkdtemp(join(tmpdir(), "tallystick-bench-"));
  const client = new Child("clientMain.ts");
  try {
    return await run(options, directory, client);
  } finally {
    await client.end();
    await rm(directory, { recursive: true, force: true });
  }
}
