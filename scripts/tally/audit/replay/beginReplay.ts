import { existsSync } from "node:fs";
import { Invariants, type LedgerDeployment, type MemoryTables } from "@tallystick/sdk";
import type { AuditNode } from "./AuditNode.ts";
import type { AuditEngine } from "./auditEngine.ts";
import { NodeUnusable } from "./NodeUnusable.ts";
import { ReplayRun } from "./ReplayRun.ts";
import { replayCheckpoint } from "./replayCheckpoint.ts";
import type { ReplayProgress } from "./replayProgress.ts";

/** Where a replay begins. */
export type Beginning = {
  readonly node: AuditNode;
  readonly engine: AuditEngine;
  readonly deployment: LedgerDeployment;
  readonly genesisHash: string;
  readonly from: number | undefined;
  readonly checkpoint: string | undefined;
  readonly hasReport: boolean;
};

function fresh({ deployment, genesisHash }: Beginning): ReplayProgress {
  return {
    chainId: deployment.chainId,
    genesisHash,
    addresses: deployment.addresses,
    from: 0,
    startsAt: "genesis",
    fromTime: 0,
    block: -1,
    blockHash: "",
    blockTime: 0,
    transactions: 0,
    events: 0,
    counts: {},
    samplesMissing: 0,
    findings: [],
    findingsLeftOut: 0,
    isBroken: false,
    engine: null,
    permissions: { transactions: {}, deployers: {} },
  };
}

/** A later range begins with counts of its own. */
function beginRange(progress: ReplayProgress, from: number): void {
  const state = { from, startsAt: "checkpoint", transactions: 0, events: 0, counts: {} } as const;
  Object.assign(progress, state, { samplesMissing: 0, findings: [], findingsLeftOut: 0 });
}

function checkSame(stored: ReplayProgress, wanted: ReplayProgress, file: string): void {
  const same = ({ chainId, genesisHash, addresses }: ReplayProgress): string =>
    JSON.stringify([chainId, genesisHash, Object.entries(addresses).sort()]).toLowerCase();
  if (same(stored) === same(wanted)) return;
  throw new NodeUnusable(`${file} is the checkpoint of another ledger.`);
}

async function checkBlockThere(
  node: AuditNode,
  { block, blockHash }: ReplayProgress,
  file: string,
) {
  const found = (await node.send("eth_getBlockByNumber", `0x${block.toString(16)}`, false)) as {
    readonly hash?: string;
  } | null;
  if (found?.hash === blockHash) return;
  throw new NodeUnusable(
    `${file} ends at block ${block} ${blockHash}, which the node does not have.`,
  );
}

async function resumed(file: string, tables: MemoryTables, beginning: Beginning) {
  const invariants = new Invariants();
  const progress = (await replayCheckpoint.read(file, tables, invariants)) as ReplayProgress;
  checkSame(progress, fresh(beginning), file);
  await checkBlockThere(beginning.node, progress, file);
  return { progress, invariants };
}

/**
 * A run that begins at genesis, or goes on where a checkpoint ends: in the same range, or in a later one when `from` is the
 * block after it.
 */
export async function beginReplay(
  beginning: Beginning,
  onBlock: (progress: ReplayProgress) => void,
): Promise<ReplayRun> {
  const { node, engine, deployment, from, checkpoint, hasReport } = beginning;
  const tables = await ReplayRun.tablesFor(hasReport);
  const options = { node, engine, deployment, tables, onBlock };
  if (checkpoint === undefined || !existsSync(checkpoint)) {
    if (from !== undefined && from > 0) {
      const sentence = `Block ${from} follows from what was before: give a --checkpoint that ends at block ${from - 1}.`;
      throw new NodeUnusable(sentence);
    }
    return new ReplayRun({ ...options, progress: fresh(beginning), invariants: new Invariants() });
  }
  const { progress, invariants } = await resumed(checkpoint, tables, beginning);
  engine.load(progress.engine);
  if (from !== undefined && from !== progress.from) {
    if (from !== progress.block + 1) {
      throw new NodeUnusable(
        `${checkpoint} ends at block ${progress.block}, not before block ${from}.`,
      );
    }
    beginRange(progress, from);
    invariants.reset();
  }
  return new ReplayRun({ ...options, progress, invariants });
}
