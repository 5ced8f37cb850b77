import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { z } from "zod";

/** Latencies of one kind of read, in milliseconds. */
export interface ReadLatency {
  readonly reads: number;
  readonly readsPerSecond: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  /** Processor time that the gateway's process took for one read. */
  readonly cpuMs: number;
}

/** Where and what is read. */
export interface ReadPlan {
  readonly url: string;
  readonly tokens: readonly string[];
  readonly ids: { readonly first: number; readonly last: number; readonly perReceivable: number };
  readonly reads: number;
  /** Arrivals a second; 0: 8 at once, without a pause. */
  readonly perSecond: number;
  /** What follows the certificate in the path. */
  readonly suffix: string;
}

const WARM_UP = 200;
const round = (value: number): number => Math.round(value * 100) / 100;

/** Reads certificates at random from another process. */
export async function measureReads(plan: ReadPlan): Promise<ReadLatency> {
  const { url, tokens, ids, reads, perSecond, suffix } = plan;
  const program = join(import.meta.dirname, "reader.ts");
  const numbers = [ids.first, ids.last, ids.perReceivable, reads, perSecond].map(String);
  const before = process.cpuUsage();
  const started = performance.now();
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ["--import=tsx", program, url, tokens.join(","), ...numbers, suffix],
    { maxBuffer: 64 * 1024 * 1024 },
  );
  const { user, system } = process.cpuUsage(before);
  const seconds = (performance.now() - started) / 1_000;
  const times = z
    .array(z.number())
    .parse(JSON.parse(stdout))
    .sort((a, b) => a - b);
  const at = (share: number) => round(times[Math.floor(times.length * share)] ?? Number.NaN);
  const cpuMs = round((user + system) / 1_000 / (reads + WARM_UP));
  const readsPerSecond = Math.round((reads + WARM_UP) / seconds);
  return { reads: times.length, readsPerSecond, p50Ms: at(0.5), p99Ms: at(0.99), cpuMs };
}
