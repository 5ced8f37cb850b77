import { setTimeout as rest } from "node:timers/promises";
import { Command } from "commander";
import { z } from "zod";
import { type GatewayAnswer, readGateway } from "./readGateway.ts";

type Options = { readonly gateway: string; readonly after: string; readonly follow?: true };

const PAGE = 500;
const REST_MS = 1_000;

const page = z.object({
  retracted: z.array(z.record(z.string(), z.unknown())).default([]),
  events: z.array(z.record(z.string(), z.unknown())),
  next: z.string(),
});

const codes = `
One JSON object a line: {"type": "event", ...}, or {"type": "retracted", ...} for an event whose block was taken back.
Where to go on is told on standard error at the end. TALLYSTICK_TOKEN signs in at the gateway.
Exit codes: 0 done, 1 the gateway refused, 3 it could not be read at all.`;

function print(type: string, lines: readonly Record<string, unknown>[]): void {
  for (const line of lines) console.log(JSON.stringify({ type, ...line }));
}

function refuse({ refusal }: GatewayAnswer): void {
  console.error(refusal?.message);
  process.exitCode = refusal?.reached === true ? 1 : 3;
}

async function run({ gateway, after, follow }: Options): Promise<void> {
  let cursor = after;
  for (;;) {
    const query = new URLSearchParams({ after: cursor, limit: String(PAGE) });
    const answer = await readGateway(gateway, `/v1/events?${query}`);
    if (answer.refusal !== undefined) {
      // Whoever follows outlives a gateway that restarts; a refusal stays one.
      if (follow !== true || answer.refusal.reached) return refuse(answer);
      console.error(answer.refusal.message);
      await rest(REST_MS);
      continue;
    }
    const { retracted, events, next } = page.parse(answer.body);
    print("retracted", retracted);
    print("event", events);
    cursor = next;
    if (events.length === PAGE) continue;
    if (follow !== true) break;
    await rest(REST_MS);
  }
  console.error(cursor === "" ? "no events" : `go on with --after ${cursor}`);
}

/** `tally events`: what happened, as who is signed in sees it. */
export function eventsCommand(): Command {
  return new Command("events")
    .description("events of the ledger as JSON lines, in chain order")
    .option("--gateway <url>", "the gateway that is asked", "http://127.0.0.1:8080")
    .option("--after <cursor>", "begin after this event's key, or after a cursor as answered", "")
    .option("--follow", "go on with what happens, until it is ended")
    .addHelpText("after", codes)
    .action(run);
}
