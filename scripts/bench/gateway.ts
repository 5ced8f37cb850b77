// npm run bench:gateway [-- --json] [--seconds N] [--minutes N] [--members N] [--callers N] [--raw N] [--postgres]
// Splits accepted and settled a second by a real gateway over the real contracts and the embedded ledger, beside the node
// alone with the same splits signed before, in one run; then memory under a steady load, and the start with what the bench
// left. `--postgres` measures a second gateway on PostgreSQL. Exits with 1 when a figure is below its bar.
import { availableParallelism } from "node:os";
import { Command } from "commander";
import { startPostgres } from "../test/startPostgres.ts";
import { runBench } from "./gateway/runBench.ts";

interface Flags {
  readonly json?: boolean;
  readonly seconds: string;
  readonly minutes: string;
  readonly members: string;
  readonly callers: string;
  readonly raw: string;
  readonly postgres?: boolean;
  readonly profile?: string;
}

const bars = { settledPerSecond: 300, ratio: 0.12, startToReadySeconds: 15 };

const flags = new Command("npm run bench:gateway --")
  .option("--json", "one JSON object on standard output")
  .option("--seconds <number>", "of the full load, after a warm-up", "20")
  .option("--minutes <number>", "of the steady load under which memory is watched; 0: none", "10")
  .option("--members <number>", "who split their certificates in turns", "64")
  .option("--callers <number>", "requests under way at once", "256")
  .option("--raw <number>", "signed splits that the node gets; 0: none", "15000")
  .option("--postgres", "measure a gateway on PostgreSQL as well")
  .option("--profile <directory>", "write V8 profiles of the gateway's process there")
  .parse()
  .opts<Flags>();

const options = {
  members: Number(flags.members),
  callers: Number(flags.callers),
  seconds: Number(flags.seconds),
  minutes: Number(flags.minutes),
  raw: Number(flags.raw),
  databaseUrl: undefined,
  profile: flags.profile,
};

async function onPostgres() {
  const server = await startPostgres();
  try {
    return await runBench({ ...options, minutes: 0, raw: 0, databaseUrl: server.url });
  } finally {
    server.stop();
  }
}

const embedded = await runBench(options);
const postgres = flags.postgres === true ? { postgres: await onPostgres() } : {};
const cores = availableParallelism();
const how = {
  engine: "anvil",
  database: "pglite",
  cores,
  members: options.members,
  callers: options.callers,
};
const report = { ...how, ...embedded, ...postgres };
if (flags.json === true) console.log(JSON.stringify(report));
else console.table(report);

const isBelow =
  report.settledPerSecond < bars.settledPerSecond ||
  ("ratio" in report && report.ratio < bars.ratio) ||
  report.startToReadySeconds > bars.startToReadySeconds;
if (isBelow) console.error(`below a bar: ${JSON.stringify(bars)}`);
process.exitCode = isBelow ? 1 : 0;
