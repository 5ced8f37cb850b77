import { runSteps } from "./runSteps.ts";
import { summary } from "./summary.ts";

/** Writes .gas-snapshot anew; commit it with the change that moved the gas, and say why. */
const step = {
  name: "gas snapshot",
  command: ["hardhat", "test", "solidity", "--no-compile", "--network", "default", "--snapshot"],
  count: "solidity",
} as const;

summary(await runSteps([[step]]));
