// npm run bench:network [-- --json] [--directory DIR] [--anvil] [--seconds N] [--members N] [--callers N] [--raw N]
// Children a second over 2-second blocks, by a gateway with the nodes of a running network: single splits, and passes in
// batches of 200; then the raw chain with the same splits, signed before, in one run. Without a network that runs, or with
// --anvil, one anvil with a block every 2 seconds stands in. Exits with 1 when a network's figure is below its bar.
import { resolve } from "node:path";
import { Command } from "commander";
import { networkState } from "../network/networkState.ts";
import { runNetworkBench } from "./network/runNetworkBench.ts";

interface Flags {
  readonly json?: boolean;
  readonly anvil?: boolean;
  readonly directory: string;
  readonly seconds: string;
  readonly members: string;
  readonly callers: string;
  readonly raw: string;
}

const bars = { ratio: 0.5, p95Blocks: 3, batchedChildrenPerSecond: 400 };

const flags = new Command("npm run bench:network --")
  .option("--json", "one JSON object on standard output")
  .option("--anvil", "an anvil with 2-second blocks, though a network may run")
  .option("--directory <directory>", "of the network", ".tallystick/network")
  .option("--seconds <number>", "of each load, after a warm-up", "20")
  .option("--members <number>", "who split and pass in turns", "32")
  .option("--callers <number>", "single splits under way at once", "320")
  .option("--raw <number>", "signed splits that the chain alone gets", "3000")
  .parse()
  .opts<Flags>();

const directory = resolve(flags.directory);
const isNetwork = flags.anvil !== true && networkState.exists(directory);
const report = await runNetworkBench({
  directory: isNetwork ? directory : undefined,
  seconds: Number(flags.seconds),
  members: Number(flags.members),
  callers: Number(flags.callers),
  raw: Number(flags.raw),
});
if (flags.json === true) console.log(JSON.stringify(report));
else console.table(report);

const isBelow =
  report.ratio < bars.ratio ||
  report.p95Blocks > bars.p95Blocks ||
  report.batchedChildrenPerSecond < bars.batchedChildrenPerSecond;
if (isNetwork && isBelow) console.error(`below a bar: ${JSON.stringify(bars)}`);
process.exitCode = isNetwork && isBelow ? 1 : 0;
