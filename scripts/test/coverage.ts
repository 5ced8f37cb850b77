import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { testFiles } from "./testFiles.ts";
import { workshop } from "./workshop.ts";

/** `npm run coverage`: lines of contracts/ that the tests of the contracts reach, 98 in 100 at least. */
const bar = 0.98;

/** Per file the lines that can run and those that did, from the lcov report. */
function lines(report: string): Map<string, { hit: number; found: number }> {
  const files = new Map<string, { hit: number; found: number }>();
  for (const section of report.split("end_of_record")) {
    const field = (name: string): string | undefined =>
      section.match(new RegExp(`^${name}:(.*)$`, "m"))?.[1];
    const file = field("SF");
    if (file?.startsWith("contracts/") !== true) continue;
    files.set(file, { hit: Number(field("LH")), found: Number(field("LF")) });
  }
  return files;
}

const tests = [
  ...testFiles("test/contracts/fuzz", ".t.sol"),
  ...testFiles("test/contracts/invariant", ".t.sol"),
  ...testFiles("test/contracts", ".test.ts"),
];
// How often a line runs doesn't matter here, so a few runs of each fuzz test do.
const place = workshop();
const few = {
  TALLYSTICK_FUZZ_RUNS: "32",
  TALLYSTICK_INVARIANT_RUNS: "8",
  TALLYSTICK_WORKSHOP: "coverage",
};
const { status } = spawnSync("hardhat", ["test", "--coverage", "--network", "default", ...tests], {
  cwd: place,
  stdio: ["ignore", 2, 2],
  env: { ...process.env, ...few },
});
if (status !== 0) throw new Error("the tests failed under coverage");

const files = lines(readFileSync(join(place, "coverage/lcov.info"), "utf8"));
const hit = [...files.values()].reduce((sum, file) => sum + file.hit, 0);
const found = [...files.values()].reduce((sum, file) => sum + file.found, 0);
for (const [file, count] of files) {
  if (count.hit < count.found) console.error(`${file}: ${count.hit} of ${count.found} lines`);
}
console.error(`contracts: ${hit} of ${found} lines, ${((100 * hit) / found).toFixed(2)} %`);
if (found === 0 || hit / found < bar) process.exitCode = 1;
