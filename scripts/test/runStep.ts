import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Counts } from "./sumCounts.ts";
import { tellingPart } from "./tellingPart.ts";

/** One command of the tests; without `count` the command itself is the one thing that passes or fails. */
export interface Step {
  readonly name: string;
  readonly command: readonly [string, ...string[]];
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** `mocha` counts by its reporter, the others by the summary that they print. */
  readonly count?: "mocha" | "solidity" | "halmos";
  /** After so many minutes the command is ended and counts as failed. */
  readonly minutes?: number;
}

interface Ended {
  readonly code: number;
  readonly output: string;
}

function run(step: Step, countsFile: string): Promise<Ended> {
  const [command, ...args] = step.command;
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: step.cwd,
      env: { ...process.env, ...step.env, TALLYSTICK_TEST_COUNTS: countsFile },
      stdio: ["ignore", "pipe", "pipe"],
      detached: true,
    });
    const parts: Buffer[] = [];
    const end = (): void => {
      // The whole group: a step that hangs usually does so for a server that it started.
      if (child.pid !== undefined) process.kill(-child.pid, "SIGKILL");
    };
    const timer = setTimeout(
      () => {
        parts.push(Buffer.from(`\nended after ${step.minutes ?? 20} minutes\n`));
        end();
      },
      (step.minutes ?? 20) * 60_000,
    );
    process.once("exit", end);
    child.stdout.on("data", (part: Buffer) => parts.push(part));
    child.stderr.on("data", (part: Buffer) => parts.push(part));
    child.on("error", (error) => parts.push(Buffer.from(`${error.message}\n`)));
    child.on("close", (code, signal) => {
      clearTimeout(timer);
      if (signal !== null) parts.push(Buffer.from(`\nended by ${signal}\n`));
      process.removeListener("exit", end);
      resolve({ code: code ?? 1, output: Buffer.concat(parts).toString("utf8") });
    });
  });
}

function mochaCounts(file: string): Counts | undefined {
  try {
    const counts: unknown = JSON.parse(readFileSync(file, "utf8"));
    return counts as Counts;
  } catch {
    return undefined;
  }
}

/** Hardhat's summary: "12 passing", "1 failing", "2 skipped", each on a line of its own. */
function solidityCounts(output: string): Counts | undefined {
  const number = (word: string): number | undefined => {
    const found = output.match(new RegExp(`^\\s*(\\d+) ${word}\\s*$`, "m"));
    return found === null ? undefined : Number(found[1]);
  };
  const passed = number("passing");
  if (passed === undefined) return undefined;
  return { passed, failed: number("failing") ?? 0, skipped: number("skipped") ?? 0 };
}

/** One line a contract: "Symbolic test result: 7 passed; 0 failed; time: 0.21s". */
function halmosCounts(output: string): Counts | undefined {
  const results = [...output.matchAll(/Symbolic test result: (\d+) passed; (\d+) failed/g)];
  if (results.length === 0) return undefined;
  const sum = (group: number): number =>
    results.reduce((total, result) => total + Number(result[group]), 0);
  return { passed: sum(1), failed: sum(2), skipped: 0 };
}

function countsOf(step: Step, { code, output }: Ended, file: string): Counts {
  const single = { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0 };
  if (step.count === undefined) return single;
  const counts = {
    mocha: () => mochaCounts(file),
    solidity: () => solidityCounts(output),
    halmos: () => halmosCounts(output),
  }[step.count]();
  // A runner that ends without a test, or badly with none failed, has failed itself.
  if (counts === undefined || counts.passed + counts.failed + counts.skipped === 0) {
    return { passed: 0, failed: 1, skipped: 0 };
  }
  return code !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
}

/** Runs one step and tells on standard error how it went; what it said in the end follows where something failed. */
export async function runStep(step: Step): Promise<Counts> {
  const folder = mkdtempSync(join(tmpdir(), "tallystick-test-"));
  const file = join(folder, "counts.json");
  const started = performance.now();
  const ended = await run(step, file);
  const counts = countsOf(step, ended, file);
  rmSync(folder, { recursive: true, force: true });
  const seconds = ((performance.now() - started) / 1000).toFixed(1).padStart(6);
  const { passed, failed, skipped } = counts;
  const verdict = failed > 0 ? "FAILED" : "ok    ";
  console.error(
    `${verdict} ${seconds} s  ${step.name}: ${passed} passed, ${failed} failed, ${skipped} skipped`,
  );
  const isVerbose = process.env["TALLYSTICK_VERBOSE"] !== undefined;
  const said = isVerbose ? ended.output : failed > 0 ? tellingPart(ended.output) : "";
  if (said !== "") console.error(said.replace(/^/gm, "    "));
  return counts;
}
