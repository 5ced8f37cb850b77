import { runSteps } from "./runSteps.ts";
import { summary } from "./summary.ts";
import { testFiles } from "./testFiles.ts";

/** `npm run test:faults`: the suites under test/faults, which kill processes and break disks, for longer. */
const files = testFiles("test/faults", ".test.ts");
if (files.length === 0) throw new Error("no fault suites in test/faults");
const step = {
  name: "faults",
  command: ["hardhat", "test", "mocha", "--no-compile", ...files],
  count: "mocha",
  env: { TALLYSTICK_FAULT_ROUNDS: process.env["TALLYSTICK_FAULT_ROUNDS"] ?? "100" },
  minutes: 60,
} as const;

summary(await runSteps([[step]]));
