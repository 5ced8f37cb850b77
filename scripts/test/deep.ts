import { randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import { runSteps } from "./runSteps.ts";
import { summary } from "./summary.ts";
import { testFiles } from "./testFiles.ts";

/**
 * `npm run test:deep`: the fuzz tests and invariants of `npm test`, four times as long, with a new seed; then the suites
 * that count their runs, such as those of tampered evidence, with their full counts.
 */
const seed = process.env["TALLYSTICK_SEED"] ?? `0x${randomBytes(32).toString("hex")}`;
const runs = {
  TALLYSTICK_SEED: seed,
  TALLYSTICK_FUZZ_RUNS: process.env["TALLYSTICK_FUZZ_RUNS"] ?? "16384",
  TALLYSTICK_INVARIANT_RUNS: process.env["TALLYSTICK_INVARIANT_RUNS"] ?? "1024",
};
const solidity = {
  name: "fuzz and invariants, long",
  command: ["hardhat", "test", "solidity", "--no-compile", "--network", "default"],
  count: "solidity",
  env: runs,
  minutes: 120,
} as const;
// Suites that kill or break what they test are `npm run test:faults`.
const counted = ["test/sdk", "test/scripts", "test/e2e"]
  .flatMap((folder) => testFiles(folder, ".test.ts"))
  .filter((file) => readFileSync(file, "utf8").includes("faultCount("))
  .map((file) => ({
    name: file,
    command: ["hardhat", "test", "mocha", "--no-compile", file] as const,
    count: "mocha" as const,
    env: {
      TALLYSTICK_FAULTS: "full",
      TALLYSTICK_FAULT_SEED: String(Number.parseInt(seed.slice(2, 9), 16)),
    },
    minutes: 90,
  }));

console.error(`seed ${seed}: TALLYSTICK_SEED repeats this run`);
summary(await runSteps([solidity, ...counted].map((step) => [step])));
