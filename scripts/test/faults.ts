import { randomInt } from "node:crypto";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runSteps } from "./runSteps.ts";
import { summary } from "./summary.ts";
import { testFiles } from "./testFiles.ts";

/**
 * `npm run test:faults`: the suites that kill processes, break the node's answers, lose databases and reorganise
 * chains, each with its full count. TALLYSTICK_FAULT_SEED replays a run; arguments name the suites to play.
 */
const folder = mkdtempSync(join(tmpdir(), "tallystick-faults-"));
const report = join(folder, "report");
const seed = process.env["TALLYSTICK_FAULT_SEED"] ?? String(randomInt(2 ** 31));
const asked = process.argv.slice(2);
const all = [
  "test/scripts/ledgerDurability.test.ts",
  "test/gateway/kill.test.ts",
  ...testFiles("test/faults", ".test.ts"),
];
const files = all.filter((file) => asked.length === 0 || asked.some((name) => file.includes(name)));
const rounds = process.env["TALLYSTICK_FAULT_ROUNDS"] ?? "100";
console.error(`seed ${seed}`);

const steps = files.map((file) => ({
  name: file,
  command: ["hardhat", "test", "mocha", "--no-compile", file] as const,
  count: "mocha" as const,
  env: {
    TALLYSTICK_FAULTS: "full",
    TALLYSTICK_FAULT_ROUNDS: rounds,
    TALLYSTICK_FAULT_SEED: seed,
    TALLYSTICK_FAULT_REPORT: report,
  },
  minutes: 90,
}));
const counts = await runSteps(steps.map((step) => [step]));
if (existsSync(report)) process.stdout.write(readFileSync(report, "utf8"));
rmSync(folder, { recursive: true, force: true });
summary(counts);
