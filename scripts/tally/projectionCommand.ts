import { setTimeout as pause } from "node:timers/promises";
import { SingleBar } from "cli-progress";
import { Command } from "commander";
import { z } from "zod";
import { readGateway } from "./readGateway.ts";
import { reasonOf } from "./reasonOf.ts";

type Options = { readonly gateway: string; readonly json?: true };

const digests = z.object({
  block: z.int(),
  blockHash: z.string(),
  digest: z.string(),
  tables: z.array(z.object({ table: z.string(), rows: z.int(), digest: z.string() })),
});
const readiness = z.object({ checks: z.object({ projection: z.object({ detail: z.string() }) }) });
const POLL_MS = 300;

function fail(message: string, code: number, json: boolean): void {
  console.error(message);
  if (json) console.log(JSON.stringify({ error: { message } }));
  process.exitCode = code;
}

async function showDigests({ gateway, json }: Options): Promise<void> {
  const { body, refusal } = await readGateway(gateway, "/v1/projection/digests", 600_000);
  if (refusal !== undefined) return fail(refusal.message, refusal.reached ? 1 : 3, json === true);
  const found = digests.parse(body);
  if (json === true) return console.log(JSON.stringify(found));
  for (const { table, rows, digest } of found.tables)
    console.log(`${digest}  ${table} (${rows} rows)`);
  console.log(`${found.digest}  all tables, at block ${found.block} ${found.blockHash}`);
}

/** Block and lag as the readiness says them. */
async function standing(gateway: string): Promise<{ block: number; behind: number } | undefined> {
  const response = await fetch(new URL("/readyz", gateway));
  const { detail } = readiness.parse(await response.json()).checks.projection;
  const match = /^block (-?\d+) is projected, (\d+) behind/.exec(detail);
  return match === null ? undefined : { block: Number(match[1]), behind: Number(match[2]) };
}

async function rebuild({ gateway, json }: Options): Promise<void> {
  const started = Date.now();
  const headers = { authorization: `Bearer ${process.env["TALLYSTICK_TOKEN"] ?? ""}` };
  const url = new URL("/v1/projection/rebuild", gateway);
  const response = await fetch(url, { method: "POST", headers });
  if (!response.ok) {
    const problem = (await response.json()) as { detail?: string };
    return fail(problem.detail ?? `the gateway answered ${response.status}`, 1, json === true);
  }
  const format = "projecting {bar} {percentage}% | block {value} of {total} | {eta_formatted} left";
  const bar = new SingleBar({ format, stream: process.stderr, hideCursor: true });
  bar.start(1, 0);
  let block = 0;
  for (let behind = 1; behind > 0; await pause(POLL_MS)) {
    const at = await standing(gateway);
    if (at === undefined) continue;
    ({ block, behind } = at);
    bar.setTotal(Math.max(block + behind, 1));
    bar.update(Math.max(block, 0));
  }
  bar.stop();
  const seconds = (Date.now() - started) / 1_000;
  if (json === true) console.log(JSON.stringify({ block, seconds }));
  else console.log(`Everything up to block ${block} is projected, in ${seconds.toFixed(1)} s.`);
}

function verb(name: string, run: (options: Options) => Promise<void>): Command {
  return new Command(name)
    .option("--gateway <url>", "the gateway that is asked", "http://127.0.0.1:8080")
    .option("--json", "print one JSON object on standard output")
    .action(async (options: Options) => {
      try {
        await run(options);
      } catch (error) {
        const { message, isUnreachable } = reasonOf(error, options.gateway);
        fail(message, isUnreachable ? 3 : 1, options.json === true);
      }
    });
}

/** `tally projection`: what a gateway's projection holds, and making it anew. */
export function projectionCommand(): Command {
  return new Command("projection")
    .description("what a gateway projected from the chain")
    .addCommand(verb("digests", showDigests).description("a digest of every table, at one block"))
    .addCommand(verb("rebuild", rebuild).description("project everything again from genesis"));
}
