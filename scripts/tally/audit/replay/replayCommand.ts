import { SingleBar } from "cli-progress";
import { Command, InvalidArgumentError } from "commander";
import { reportOf } from "../report/reportOf.ts";
import { writeReport } from "../report/writeReport.ts";
import { type AuditReplay, auditReplay } from "./auditReplay.ts";
import type { ReplayProgress } from "./replayProgress.ts";

type Options = {
  readonly rpc: string;
  readonly deployment: string;
  readonly from?: number;
  readonly to?: number;
  readonly against?: string;
  readonly out?: string;
  readonly checkpoint?: string;
  readonly genesis?: string;
  readonly epochLength?: number;
  readonly blockPeriod?: number;
  readonly validators?: string;
  readonly warpUrl?: readonly string[];
  readonly json?: true;
};

const codes = `
TALLYSTICK_TOKEN signs in at the gateway of --against, as an auditor, regulator or operator.
Exit codes: 0 clean, 1 findings, 3 it could not be checked.`;

function block(text: string): number {
  if (/^\d{1,15}$/.test(text)) return Number(text);
  throw new InvalidArgumentError("It is the number of a block.");
}

function above0(text: string): number {
  if (/^[1-9]\d{0,8}$/.test(text)) return Number(text);
  throw new InvalidArgumentError("It is a whole number above 0.");
}

function progressBar() {
  const format =
    "replaying {bar} {percentage}% | block {value} of {total} | {rate} blocks/s, {events} events | {eta_formatted} left";
  const bar = new SingleBar({ format, stream: process.stderr, hideCursor: true, etaBuffer: 1_000 });
  const started = performance.now();
  let first: number | undefined;
  return {
    show({ block: at, events }: ReplayProgress, to: number): void {
      if (first === undefined) {
        first = at;
        bar.start(to, at, { rate: 0, events });
      }
      const rate = Math.round(((at - first) * 1_000) / (performance.now() - started + 1));
      bar.setTotal(to);
      bar.update(at, { rate, events });
    },
    stop: () => bar.stop(),
  };
}

function print({ facts, resumedAfter }: AuditReplay, seconds: number, json: boolean): void {
  if (json) {
    console.log(JSON.stringify({ ...facts, resumedAfter, seconds }));
    return;
  }
  const { range, findings, firstMismatch, digests, engine } = facts;
  console.log(`Blocks ${range.from} to ${range.to} (${range.toHash}), ${range.events} events.`);
  console.log(`Engine ${engine.name}, proof ${engine.proof}. Digest ${digests.digest}.`);
  for (const { id, checked, failed, note } of [...facts.checks, ...facts.invariants]) {
    console.log(`${id}: ${checked} checked, ${failed} failed${note === null ? "" : `. ${note}`}`);
  }
  for (const finding of findings.slice(0, 20)) console.log(JSON.stringify(finding));
  if (firstMismatch !== null) console.log(`First mismatch: ${firstMismatch.sentence}`);
  console.log(findings.length === 0 ? "Clean." : `${findings.length} findings.`);
}

async function replay(given: Options): Promise<void> {
  const { out, json, epochLength, blockPeriod: blockPeriodSeconds, ...rest } = given;
  const { validators, warpUrl: warpUrls = [rest.rpc], ...options } = rest;
  const started = performance.now();
  const bar = progressBar();
  try {
    const done = await auditReplay({
      ...options,
      engine: {
        ...(epochLength !== undefined && { epochLength }),
        ...(blockPeriodSeconds !== undefined && { blockPeriodSeconds }),
        ...(validators !== undefined && { signed: { validators, warpUrls } }),
      },
      hasReport: out !== undefined,
      onProgress: (progress, to) => bar.show(progress, to),
    });
    bar.stop();
    if (out !== undefined) await writeReport(out, reportOf(done.run.tables, done.facts));
    print(done, (performance.now() - started) / 1_000, json === true);
    if (done.facts.findings.length > 0) process.exitCode = 1;
  } catch (error) {
    bar.stop();
    const message = error instanceof Error ? error.message : String(error);
    console.error(message);
    if (json === true) console.log(JSON.stringify({ error: { message } }));
    process.exitCode = 3;
  }
}

/** `tally audit replay`. */
export function replayCommand(): Command {
  return new Command("replay")
    .description("replay a ledger's history from a node of one's own, and check everything")
    .requiredOption("--rpc <url>", "the auditor's own node")
    .option(
      "--deployment <file>",
      "where the ledger's contracts are",
      process.env["DEPLOYMENT_FILE"] ?? ".tallystick/deployment.json",
    )
    .option("--from <block>", "first block; a later one than 0 needs a checkpoint before it", block)
    .option("--to <block>", "last block; the node's head without it", block)
    .option("--against <url>", "a gateway whose digests are compared")
    .option("--out <folder>", "write report.html and report.json there")
    .option("--checkpoint <file>", "go on where it ends, and store there how far it is")
    .option("--genesis <hash>", "hash of block 0 that must be")
    .option("--epoch-length <blocks>", "QBFT's epochlength, as the genesis file has it", above0)
    .option("--block-period <seconds>", "QBFT's blockperiodseconds, likewise", above0)
    .option("--validators <file>", "pinned keys of validators that sign on request (Avalanche)")
    .option("--warp-url <urls...>", "a node of each of them, which are asked; --rpc without it")
    .option("--json", "print one JSON object on standard output")
    .addHelpText("after", codes)
    .action((options: Options) => replay(options));
}
