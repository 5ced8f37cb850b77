import { spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Mutant, mutantsOf } from "./mutantsOf.ts";
import { sample } from "./sample.ts";
import { summary } from "./summary.ts";
import { testFiles } from "./testFiles.ts";
import { workshop } from "./workshop.ts";

/**
 * `npm run mutation`: plants small mistakes into the kernel, one at a time, and counts those that the contracts'
 * tests notice; 8 in 10 at least. Survivors are listed: each is a missing test, or a change without effect.
 */
const folders = ["token", "receivable", "claim", "settlement", "libraries", "types"];
const seed = process.env["TALLYSTICK_SEED"] ?? randomBytes(8).toString("hex");
const size = Number(process.env["TALLYSTICK_MUTANTS"] ?? 24);
const bar = 0.8;
const few = { TALLYSTICK_FUZZ_RUNS: "64", TALLYSTICK_INVARIANT_RUNS: "16" };

const place = workshop();

function hardhat(...args: string[]): boolean {
  const env = { ...process.env, ...few, TALLYSTICK_SEED: undefined };
  const limit = { timeout: 10 * 60_000, killSignal: "SIGKILL" } as const;
  const ended = spawnSync("hardhat", args, { cwd: place, env, stdio: "ignore", ...limit });
  return ended.status === 0;
}

/** Whether the tests pass on the sources as they are in the workshop now. */
function passes(): "passes" | "fails" | "does not compile" {
  if (!hardhat("build")) return "does not compile";
  if (!hardhat("test", "solidity", "--no-compile", "--network", "default")) return "fails";
  const units = testFiles(join(place, "test/contracts"), ".test.ts");
  return hardhat("test", "mocha", "--no-compile", "--bail", ...units) ? "passes" : "fails";
}

function verdict({ file, source }: Mutant): ReturnType<typeof passes> {
  const target = join(place, file);
  const original = readFileSync(target, "utf8");
  writeFileSync(target, source);
  try {
    return passes();
  } finally {
    writeFileSync(target, original);
  }
}

console.error(`seed ${seed}: TALLYSTICK_SEED repeats this run`);
if (passes() !== "passes") throw new Error("the tests fail before anything is changed");
const all = folders
  .flatMap((folder) => testFiles(`contracts/${folder}`, ".sol"))
  .flatMap((file) => mutantsOf(file, readFileSync(file, "utf8")));
let killed = 0;
let survived = 0;
for (const mutant of sample(all, size, seed)) {
  const result = verdict(mutant);
  console.error(`${result}: ${mutant.file}:${mutant.line} ${mutant.before} -> ${mutant.after}`);
  if (result === "fails") killed += 1;
  if (result === "passes") survived += 1;
}
const score = killed / (killed + survived);
console.error(`${all.length} mutants, ${killed} noticed, ${survived} not: ${score.toFixed(2)}`);
summary({ passed: score >= bar ? 1 : 0, failed: score >= bar ? 0 : 1, skipped: 0 });
