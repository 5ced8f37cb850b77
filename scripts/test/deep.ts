import { randomBytes } from "node:crypto";
import { runSteps } from "./runSteps.ts";
import { summary } from "./summary.ts";

/** `npm run test:deep`: the fuzz tests and invariants of `npm test`, four times as long, with a new seed. */
const seed = process.env["TALLYSTICK_SEED"] ?? `0x${randomBytes(32).toString("hex")}`;
const runs = {
  TALLYSTICK_SEED: seed,
  TALLYSTICK_FUZZ_RUNS: process.env["TALLYSTICK_FUZZ_RUNS"] ?? "16384",
  TALLYSTICK_INVARIANT_RUNS: process.env["TALLYSTICK_INVARIANT_RUNS"] ?? "1024",
};
const step = {
  name: "fuzz and invariants, long",
  command: ["hardhat", "test", "solidity", "--no-compile", "--network", "default"],
  count: "solidity",
  env: runs,
  minutes: 120,
} as const;

console.error(`seed ${seed}: TALLYSTICK_SEED repeats this run`);
summary(await runSteps([[step]]));
