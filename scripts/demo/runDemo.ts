import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { civilDateToDay } from "@tallystick/sdk";
import { startStack } from "../stack/startStack.ts";
import { chainClock } from "./chainClock.ts";
import { createWorld } from "./createWorld.ts";
import type { DemoResult } from "./demoResult.ts";
import { importTable, type Table } from "./importTable.ts";
import { liveThrough } from "./liveThrough.ts";
import { Progress } from "./Progress.ts";
import { replayDemo } from "./replayDemo.ts";

/** A result in which nothing has happened yet. */
function emptyResult({ rows, problems }: Table): DemoResult {
  return {
    rows: rows.length + problems.length,
    rejected: problems.length,
    disputed: rows.filter(({ disputed }) => disputed).length,
    suspended: 0,
    confirmed: 0,
    certificates: 0,
    transfers: 0,
    financed: 0,
    settled: 0,
    overdue: 0,
    maxTier: 0,
    conserved: true,
    blocks: 0,
    transactions: 0,
    seconds: 0,
    faceMinor: "0",
    problems: [...problems],
  };
}

type DemoOptions = { readonly currency: string; readonly replay?: boolean };

async function live(
  table: Table,
  { currency, replay }: DemoOptions,
  result: DemoResult,
  directory: string,
) {
  const first = Math.min(...table.rows.map(({ invoiceDate }) => civilDateToDay(invoiceDate)));
  // The members are admitted the day before the first invoice.
  const clock = { mode: "manual", start: chainClock.morningOf(first - 1) } as const;
  const config = {
    port: 0,
    requestsPerMinute: 0,
    keystoreScryptCost: 1024,
    // Only strict tags: the table's customers know each other's invoices by nothing else.
    similarInvoices: false,
    dataDirectory: ":memory:",
    // The demonstration says itself what happens on which day.
    upkeep: false,
    auditAnchorSeconds: 0,
    writesPerMinute: 0,
    signInsPerMinute: 0,
  };
  const stack = await startStack({ directory, demo: true, clock, config });
  try {
    const world = await createWorld(stack.url, table.rows, currency);
    await liveThrough(table, world, stack.ledger.url, result, new Progress());
    const { conserved } = await world.auditor.api.get("/v1/conservation");
    result.conserved = conserved === true;
    result.blocks = await chainClock.height(stack.ledger.url);
    const counted = await stack.gateway.gateway.services.database.query<{ count: bigint }>(
      "SELECT count(*) AS count FROM local.outbox WHERE state = 'included'",
    );
    result.transactions = Number(counted[0]?.count ?? 0);
    if (replay === true) {
      const { block, digest } = await world.auditor.api.get("/v1/projection/digests");
      const digests = { block: Number(block), digest: String(digest) };
      const deployment = join(directory, "deployment.json");
      result.replay = await replayDemo(stack.ledger.url, deployment, digests);
    }
  } finally {
    await stack.close();
  }
}

/** Carries the receivables of a table through their whole life on a ledger of their own, over the REST API. */
export async function runDemo(file: string, options: DemoOptions): Promise<DemoResult> {
  const began = Date.now();
  const table = await importTable(file, options.currency, new Progress());
  const result = emptyResult(table);
  if (table.rows.length > 0) {
    const directory = await mkdtemp(join(tmpdir(), "tallystick-demo-"));
    try {
      await live(table, options, result, directory);
    } finally {
      await rm(directory, { recursive: true, force: true });
    }
  }
  result.problems.sort((a, b) => a.line - b.line);
  result.seconds = Math.round((Date.now() - began) / 100) / 10;
  return result;
}
