import { runSteps } from "./runSteps.ts";
import { summary } from "./summary.ts";

/** What needs Python or much time: slither, halmos and the coverage of the contracts. */
const slither = { name: "slither", command: ["bash", "scripts/test/slither.sh"] } as const;
const halmos = {
  name: "halmos",
  command: ["bash", "scripts/test/halmos.sh"],
  count: "halmos",
} as const;
const coverage = {
  name: "coverage",
  command: [process.execPath, "--import", "tsx", "scripts/test/coverage.ts"],
} as const;

summary(await runSteps([[slither, halmos], [coverage]]));
