// npm run bench:projection -- [--json] [--certificates N]
// 1,000,000 certificates in trees of ten tiers: a certificate with its lineage, and its tree, at random over HTTP, a
// hundred a second and 8 at once; digests of all tables; events a second when everything is projected again. On PGlite and, where Debian's packages
// put one, on PostgreSQL. Exits with 1 when a certificate takes longer than its bar.
import { execFileSync } from "node:child_process";
import { startPostgres } from "../test/startPostgres.ts";
import type { EngineReport } from "./projection/measureEngine.ts";

const BAR_MS = 20;
const READS = 4_000;
const isJson = process.argv.includes("--json");
const given = process.argv.indexOf("--certificates");
const count = given < 0 ? 1_000_000 : Number(process.argv[given + 1]);

if (process.env["BENCH_ENGINE"] !== undefined) {
  const { measureEngine } = await import("./projection/measureEngine.ts");
  process.stdout.write(JSON.stringify(await measureEngine(count, READS)));
  process.exit(0);
}

/** Each engine in a process of its own, so that neither one's memory is the other's. */
function measure(engine: string, url?: string): EngineReport {
  console.error(`${engine}: filling ${count} certificates`);
  const address = url === undefined ? {} : { TEST_DATABASE_URL: url };
  const env = { ...process.env, BENCH_ENGINE: engine, ...address };
  const args = ["--import=tsx", import.meta.filename, "--certificates", String(count)];
  const stdio = ["ignore", "pipe", "inherit"] as const;
  const text = execFileSync(process.execPath, args, { env, stdio: [...stdio], encoding: "utf8" });
  return JSON.parse(text) as EngineReport;
}

const engines = [measure("pglite")];
const postgres = await startPostgres().catch((error: unknown) => {
  console.error(`PostgreSQL is left out: ${error instanceof Error ? error.message : error}`);
});
if (postgres !== undefined) {
  try {
    engines.push(measure("postgres", postgres.url));
  } finally {
    postgres.stop();
  }
}
const report = { barMs: BAR_MS, engines };
if (isJson) console.log(JSON.stringify(report));
else
  for (const { engine, certificate, saturated, tree, ...rest } of engines) {
    const line = (name: string, { p50Ms, p99Ms, readsPerSecond }: typeof tree) =>
      console.log(
        `${engine} ${name}: p50 ${p50Ms} ms, p99 ${p99Ms} ms, ${readsPerSecond} a second`,
      );
    line(`certificate with lineage (bar ${BAR_MS} ms)`, certificate);
    line("the same, 8 at once", saturated);
    line("tree", tree);
    const { digestSeconds, eventsPerSecond } = rest;
    console.log(`${engine} digests: ${digestSeconds} s; from genesis: ${eventsPerSecond} events/s`);
  }
if (engines.some(({ certificate }) => certificate.p99Ms > BAR_MS)) {
  console.error("A certificate with its lineage takes longer than its bar.");
  process.exitCode = 1;
}
