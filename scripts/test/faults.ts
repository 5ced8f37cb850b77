import { runSteps } from "./runSteps.ts";
import { summary } from "./summary.ts";

/** `npm run test:faults`: the suites of `npm test` that kill processes and fill disks, for many more rounds. */
const files = ["test/scripts/ledgerDurability.test.ts", "test/gateway/kill.test.ts"];
const rounds = process.env["TALLYSTICK_FAULT_ROUNDS"] ?? "100";
const step = {
  name: `faults, ${rounds} rounds`,
  command: ["hardhat", "test", "mocha", "--no-compile", ...files],
  count: "mocha",
  env: { TALLYSTICK_FAULT_ROUNDS: rounds },
  minutes: 60,
} as const;

summary(await runSteps([[step]]));
