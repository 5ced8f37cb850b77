import { randomInt } from "node:crypto";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildEngine } from "../network/engine/buildEngine.ts";
import { NetworkError } from "../network/NetworkError.ts";
import { runSteps } from "./runSteps.ts";
import { summary } from "./summary.ts";
import { testFiles } from "./testFiles.ts";

/**
 * `npm run test:network`: the ledger on five validators and what they do to it when they fall, pause and part. All in one
 * process over one network. TALLYSTICK_FAULT_SEED replays a run; arguments name the suites to play. Where there is no
 * Go to build the engine with, or no way to its sources, all of it is skipped and counted.
 */
const seed = process.env["TALLYSTICK_FAULT_SEED"] ?? String(randomInt(2 ** 31));
const asked = process.argv.slice(2);
const files = testFiles("test/network", ".test.ts").filter(
  (file) => asked.length === 0 || asked.some((name) => file.includes(name)),
);
console.error(`seed ${seed}`);

/** Whoever has no Go, or no way to its module proxy, can't have the engine; one that doesn't compile is a failure. */
const outOfReach = ["GO_MISSING", "ENGINE_NOT_FETCHED"];

async function canRun(): Promise<boolean> {
  try {
    await buildEngine((sentence) => console.error(sentence));
    return true;
  } catch (error) {
    if (!(error instanceof NetworkError) || !outOfReach.includes(error.code)) throw error;
    console.error(error.message);
    return false;
  }
}

const folder = mkdtempSync(join(tmpdir(), "tallystick-network-report-"));
const report = join(folder, "report");
const counts = await runSteps([
  [
    {
      name: "network",
      command: ["hardhat", "test", "mocha", "--no-compile", ...files],
      count: "mocha",
      env: {
        TALLYSTICK_FAULT_SEED: seed,
        TALLYSTICK_FAULT_REPORT: report,
        TALLYSTICK_NETWORK_SKIP: (await canRun()) ? "" : "yes",
      },
      minutes: 40,
    },
  ],
]);
if (existsSync(report)) process.stdout.write(readFileSync(report, "utf8"));
rmSync(folder, { recursive: true, force: true });
summary(counts);
