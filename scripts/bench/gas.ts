// npm run bench:gas [-- --json | --write]
// Gas of each operation beside the peers', measured in one run on one engine. `--json` prints one JSON object; `--write`
// puts the tables into docs/reference/gas.md. Exits with 1 when an operation or a contract is above its bar.
import { readFileSync, writeFileSync } from "node:fs";
import { gasReport } from "./gas/gasReport.ts";
import { gasTables } from "./gas/gasTables.ts";
import { sizeLimit } from "./gas/sizeLimit.ts";

const document = "docs/reference/gas.md";
const marker = "<!-- npm run bench:gas -- --write -->";

/** Replaces what follows the marker. */
function write(tables: string): void {
  const [before, after] = readFileSync(document, "utf8").split(marker);
  if (before === undefined || after === undefined) throw new Error(`${document} has no marker`);
  writeFileSync(document, `${before}${marker}\n\n${tables}\n`);
}

const report = await gasReport();
if (process.argv.includes("--json")) console.log(JSON.stringify(report));
else console.log(gasTables(report));
if (process.argv.includes("--write")) write(gasTables(report));

const above = [
  ...report.operations.filter(({ gas, bar }) => bar !== undefined && gas > bar),
  ...report.contracts.filter(({ bytes }) => bytes > sizeLimit),
];
for (const { name } of above) console.error(`${name} is above its bar`);
if (above.length > 0) process.exitCode = 1;
