import {
  type ContractName,
  Invariants,
  ledgerInterfaces,
  MemoryTables,
  Replay,
} from "@tallystick/sdk";
import type { MadeLog } from "./logMaker.ts";
import { receivableLife } from "./receivableLife.ts";

/** How fast events were folded, and what that took. */
export type FoldReport = {
  readonly events: number;
  readonly seconds: number;
  readonly eventsPerSecond: number;
  /** Memory of the whole process at its highest, MiB. */
  readonly peakMiB: number;
  /** Rows in memory at the end. */
  readonly rows: number;
  readonly findings: number;
};

const MEBIBYTE = 2 ** 20;
const names = Object.keys(ledgerInterfaces) as ContractName[];
const addressOf = (index: number): string => `0x${(index + 4_096).toString(16).padStart(40, "0")}`;
const addresses = Object.fromEntries(
  names.map((name, index) => [name, addressOf(index)]),
) as Record<ContractName, string>;

function* blocksOf(events: number, kind: "lives" | "idle"): Generator<readonly MadeLog[]> {
  const beginning = receivableLife.beginning();
  yield beginning;
  for (let [made, round] = [beginning.length, 1n]; made < events; round += 1n) {
    const blocks = kind === "lives" ? receivableLife.of(round) : [receivableLife.idle(round)];
    for (const block of blocks) {
      yield block;
      made += block.length;
    }
  }
}

// The engine compiles what runs often; an auditor's run is long, so what came before that is not measured.
const WARM_UP = 20_000;

async function fold(events: number, kind: "lives" | "idle"): Promise<FoldReport> {
  const tables = await MemoryTables.create();
  const replay = new Replay({ deployment: { addresses }, tables, invariants: new Invariants() });
  let [number, milliseconds, findings, peak] = [0, 0, 0, 0];
  for (const made of blocksOf(events, kind)) {
    number += 1;
    const blockHash = `0x${number.toString(16).padStart(64, "0")}`;
    const logs = made.map(({ contract, topics, data }, logIndex) => ({
      ...{ address: addresses[contract], topics, data, logIndex },
      ...{ blockNumber: number, blockHash, transactionHash: blockHash, transactionIndex: 0 },
    }));
    const started = performance.now();
    const found = await replay.fold({ number, time: new Date(1_790_000_000_000), logs });
    milliseconds += performance.now() - started;
    findings += found.length;
    if (number % 100 === 0) peak = Math.max(peak, process.memoryUsage.rss());
  }
  const seconds = milliseconds / 1_000;
  return {
    events: replay.events,
    seconds: Number(seconds.toFixed(3)),
    eventsPerSecond: Math.round(replay.events / seconds),
    peakMiB: Math.round(Math.max(peak, process.memoryUsage.rss()) / MEBIBYTE),
    rows: [...tables.live.values()].reduce((sum, { rows }) => sum + rows.size, 0),
    findings,
  };
}

/** Folds made events block by block and checks the invariants; only that is timed, not making the events. */
export async function foldLogs(events: number, kind: "lives" | "idle"): Promise<FoldReport> {
  await fold(WARM_UP, kind);
  return fold(events, kind);
}
