import { reportedRow } from "../../../scripts/tally/audit/report/reportedRow.ts";
import type { ReportSource } from "../../../scripts/tally/audit/report/reportSource.ts";
import { Invariants, MemoryTables, Replay, type ReplayLog } from "../../../sdk/replay/index.ts";
import type { LedgerGateway } from "../../gateway/helpers/ledgerGateway.ts";

/** The end state of an auditor's own replay of the chain, of which nothing is kept that the report doesn't need. */
export async function replayedSource(stack: LedgerGateway): Promise<ReportSource> {
  const tables = await MemoryTables.create(reportedRow);
  const { deployment, provider } = stack;
  const replay = new Replay({ deployment, tables, invariants: new Invariants() });
  const logs = await provider.getLogs({ fromBlock: 0, toBlock: "latest" });
  const blocks = Map.groupBy(logs, ({ blockNumber }) => blockNumber);
  for (const [number, found] of blocks) {
    const block = await provider.getBlock(number);
    if (block === null) throw new Error(`block ${number} is gone`);
    const its = found.map((log): ReplayLog => ({ ...log, logIndex: log.index }));
    await replay.fold({ number, time: new Date(block.timestamp * 1_000), logs: its });
  }
  if (replay.broken !== undefined) throw new Error(replay.broken.sentence);
  return { rows: (table) => tables.rows(table) };
}
