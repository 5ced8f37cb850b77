// npm run bench:replay -- [--json]
// Events that an auditor's replay folds and checks a second, at 10^4, 10^5 and 10^6 of them, each in a process of its own:
// lives of receivables, whose rows stay as their words stay on the ledger, and events that leave the live rows as many as
// they were. Sealed headers verified a second. Exits with 1 when a bar is missed or the fold finds anything.
import { execFileSync } from "node:child_process";
import type { FoldReport } from "./replay/foldLogs.ts";

const EVENTS_BAR = 20_000;
const HEADERS_BAR = 1_000;
const isJson = process.argv.includes("--json");
const counts = [10_000, 100_000, 1_000_000];
const [kind, count] = (process.env["BENCH_FOLD"] ?? "").split(" ");

if (kind === "lives" || kind === "idle") {
  const { foldLogs } = await import("./replay/foldLogs.ts");
  process.stdout.write(JSON.stringify(await foldLogs(Number(count), kind)));
  process.exit(0);
}

/** Each run in a process of its own, so that its memory is no other one's. */
function measure(of: "lives" | "idle", events: number): FoldReport {
  const env = { ...process.env, BENCH_FOLD: `${of} ${events}` };
  const stdio = ["ignore", "pipe", "inherit"] as const;
  const args = ["--import=tsx", import.meta.filename];
  const text = execFileSync(process.execPath, args, { env, stdio: [...stdio], encoding: "utf8" });
  const report = JSON.parse(text) as FoldReport;
  console.error(
    `${of}: ${report.events} events, ${report.eventsPerSecond} a second, ${report.peakMiB} MiB, ${report.rows} rows`,
  );
  return report;
}

const runs = counts.map((events) => measure("lives", events));
const steady = counts.map((events) => measure("idle", events));
const { measureHeaders } = await import("./replay/measureHeaders.ts");
const { headersPerSecond, seals } = await measureHeaders();
const report = { runs, steady, headersPerSecond, seals };
if (isJson) console.log(JSON.stringify(report));
else console.log(`${headersPerSecond} headers with ${seals} seals a second`);
const all = [...runs, ...steady];
if (
  all.some(({ eventsPerSecond }) => eventsPerSecond < EVENTS_BAR) ||
  headersPerSecond < HEADERS_BAR
) {
  console.error("A bar is missed.");
  process.exitCode = 1;
}
if (all.some(({ findings }) => findings > 0)) {
  console.error("The fold found something in events that are right.");
  process.exitCode = 1;
}
