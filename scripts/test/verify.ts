import { randomBytes } from "node:crypto";
import type { Step } from "./runStep.ts";
import { runSteps } from "./runSteps.ts";
import { summary } from "./summary.ts";

/** `npm run verify`: slither, halmos, coverage, then long fuzzing and a few mutants with a new seed. */
const seed = process.env["TALLYSTICK_SEED"] ?? `0x${randomBytes(32).toString("hex")}`;
const script = (file: string): Step["command"] => [process.execPath, "--import", "tsx", file];
const rounds: readonly Step[][] = [
  [
    { name: "slither", command: ["bash", "scripts/test/slither.sh"] },
    { name: "halmos", command: ["bash", "scripts/test/halmos.sh"], count: "halmos" },
  ],
  [{ name: "coverage", command: script("scripts/test/coverage.ts") }],
  [
    {
      name: "fuzz and invariants, long",
      command: ["hardhat", "test", "solidity", "--no-compile", "--network", "default"],
      count: "solidity",
      env: {
        TALLYSTICK_SEED: seed,
        TALLYSTICK_FUZZ_RUNS: "16384",
        TALLYSTICK_INVARIANT_RUNS: "1024",
      },
      minutes: 30,
    },
  ],
  [
    {
      name: "mutants",
      command: script("scripts/test/mutation.ts"),
      env: { TALLYSTICK_SEED: seed, TALLYSTICK_MUTANTS: "8" },
      minutes: 30,
    },
  ],
];

console.error(`seed ${seed}: TALLYSTICK_SEED repeats this run`);
summary(await runSteps(rounds));
