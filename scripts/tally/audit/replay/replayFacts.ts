import { digestTables, ledgerInterfaces, type ReplayFinding } from "@tallystick/sdk";
import type { ReportFacts } from "../report/reportFacts.ts";
import type { AuditNode } from "./AuditNode.ts";
import type { AuditEngine } from "./auditEngine.ts";
import { blockChecks } from "./blockChecks.ts";
import type { ReplayRun } from "./ReplayRun.ts";
import type { CheckCounts } from "./replayProgress.ts";

/** Findings that no fact of the world explains. */
function isMismatch({ code }: ReplayFinding): boolean {
  return code !== "short";
}

function inChainOrder(left: ReplayFinding, right: ReplayFinding): number {
  return (left.block ?? 0) - (right.block ?? 0) || (left.log ?? -1) - (right.log ?? -1);
}

function noteOf(id: string, run: ReplayRun, engine: AuditEngine): string | null {
  const { samplesMissing, isBroken } = run.progress;
  if (id === "seals" && engine.facts().proof === "none") return engine.facts().proves;
  if (id === "views" && samplesMissing > 0)
    return `The node has no state any more for ${samplesMissing} of the sampled blocks.`;
  return id === "fold" && isBroken ? "Nothing after the event that could not be folded was." : null;
}

function checksOf(counts: CheckCounts, run: ReplayRun, engine: AuditEngine): ReportFacts["checks"] {
  const onlySome = "permissions" in counts ? ["permissions"] : [];
  return [...blockChecks, "seals", "fold", "views", ...onlySome].map((id) => ({
    id,
    checked: counts[id]?.checked ?? 0,
    failed: counts[id]?.failed ?? 0,
    note: noteOf(id, run, engine),
  }));
}

async function offsetOf(node: AuditNode, rules: string, block: number): Promise<number> {
  const data = ledgerInterfaces.rules.encodeFunctionData("utcOffset");
  const answer = await node.send("eth_call", { to: rules, data }, `0x${block.toString(16)}`);
  return Number(ledgerInterfaces.rules.decodeFunctionResult("utcOffset", String(answer))[0]);
}

/** What a finished run knows: the same for the same range, however often it was interrupted. */
export async function replayFacts(
  run: ReplayRun,
  engine: AuditEngine,
  node: AuditNode,
  {
    against,
    found,
  }: {
    readonly against: ReportFacts["digests"]["against"];
    readonly found: readonly ReplayFinding[];
  },
): Promise<ReportFacts> {
  const { progress, tables, invariants } = run;
  const findings = [...progress.findings, ...found].sort(inChainOrder);
  const contracts = Object.entries(progress.addresses).map(([name, address]) => ({
    name,
    address,
  }));
  return {
    ledger: {
      chainId: String(progress.chainId),
      genesisHash: progress.genesisHash,
      contracts: contracts.sort((a, b) => (a.name < b.name ? -1 : 1)),
      utcOffset: await offsetOf(node, progress.addresses["rules"] ?? "", progress.block),
    },
    range: {
      from: progress.from,
      to: progress.block,
      startsAt: progress.startsAt,
      toHash: progress.blockHash,
      fromTime: progress.fromTime,
      toTime: progress.blockTime,
      blocks: progress.block - progress.from + 1,
      transactions: progress.transactions,
      events: progress.events,
    },
    engine: engine.facts(),
    checks: checksOf(progress.counts, run, engine),
    invariants: invariants.counts.map((count) => ({ ...count, note: null })),
    seed: progress.genesisHash,
    findings,
    firstMismatch: findings.find(isMismatch) ?? null,
    digests: { ...withLists(digestTables(tables)), against },
  };
}

function withLists({ digest, tables }: ReturnType<typeof digestTables>) {
  return { digest, tables: tables.map((table) => ({ ...table })) };
}
