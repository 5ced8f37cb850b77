import type { ReplayFinding } from "@tallystick/sdk";
import { readDeployment } from "@tallystick/sdk/node";
import { z } from "zod";
import type { ReportFacts } from "../report/reportFacts.ts";
import { AuditNode } from "./AuditNode.ts";
import { beginReplay } from "./beginReplay.ts";
import { compareDigests } from "./compareDigests.ts";
import { type EngineSettings, engineOf } from "./engineOf.ts";
import { NodeUnusable } from "./NodeUnusable.ts";
import type { ReplayRun } from "./ReplayRun.ts";
import { replayFacts } from "./replayFacts.ts";
import type { ReplayProgress } from "./replayProgress.ts";

/** What to replay, and what to compare it with. */
export type AuditReplayOptions = {
  readonly rpc: string;
  readonly deployment: string;
  readonly from?: number;
  readonly to?: number;
  readonly against?: string;
  readonly checkpoint?: string;
  readonly genesis?: string;
  readonly engine?: EngineSettings;
  /** Whether rows that a report tells are kept. */
  readonly hasReport: boolean;
  /** Called when the last block is known, and after each block. */
  readonly onProgress?: (progress: ReplayProgress, to: number) => void;
};

/** What came of it. */
export type AuditReplay = {
  readonly facts: ReportFacts;
  readonly run: ReplayRun;
  /** Block after which this process went on; null when it began at the beginning. */
  readonly resumedAfter: number | null;
};

type Compared = {
  readonly against: ReportFacts["digests"]["against"];
  readonly found: readonly ReplayFinding[];
};

const hash = z.looseObject({ hash: z.string() });
const STORE_EVERY_MS = 30_000;
const ROUNDS = 20;

async function headOf(node: AuditNode): Promise<number> {
  return Number(await node.send("eth_blockNumber"));
}

/** Stores the checkpoint every half minute, and less often when storing takes long. */
function storing(run: ReplayRun, file: string | undefined): () => Promise<void> {
  let next = Date.now() + STORE_EVERY_MS;
  return async () => {
    if (file === undefined || Date.now() < next) return;
    const started = Date.now();
    await run.store(file);
    next = Date.now() + Math.max(STORE_EVERY_MS, 10 * (Date.now() - started));
  };
}

/** A gateway goes on while it is asked, so the replay follows it until both are at one block. */
async function followGateway(
  run: ReplayRun,
  options: AuditReplayOptions,
  go: (block: number) => Promise<void>,
): Promise<Compared> {
  const gateway = options.against;
  if (gateway === undefined) return { against: null, found: [] };
  for (let round = 0; round < ROUNDS; round += 1) {
    const digests = await compareDigests.read(gateway);
    if (digests.block === run.progress.block) {
      const found = compareDigests.differing(run.tables, digests, run.progress.blockHash);
      const differing = found.map(({ field }) => field ?? "");
      return { against: { gateway, block: digests.block, differing }, found };
    }
    if (digests.block < run.progress.block || options.to !== undefined) break;
    await go(digests.block);
  }
  const sentence = `The gateway stands at another block than ${run.progress.block}, so nothing can be compared.`;
  throw new NodeUnusable(sentence);
}

/**
 * Replays a ledger's history from an auditor's own node. Rejects with `NodeUnusable`, or whatever else kept it from checking;
 * what it finds wrong is in the facts.
 */
export async function auditReplay(options: AuditReplayOptions): Promise<AuditReplay> {
  const deployment = await readDeployment(options.deployment);
  const node = new AuditNode(options.rpc);
  const [chainId, first] = await node.batch([
    ["eth_chainId"],
    ["eth_getBlockByNumber", "0x0", false],
  ]);
  if (Number(chainId) !== deployment.chainId) {
    const sentence = `The node serves chain ${Number(chainId)}, and the ledger is on ${deployment.chainId}.`;
    throw new NodeUnusable(sentence);
  }
  const genesisHash = hash.parse(first).hash;
  if (options.genesis !== undefined && options.genesis.toLowerCase() !== genesisHash) {
    throw new NodeUnusable(`The node's genesis is ${genesisHash}, not ${options.genesis}.`);
  }
  const engine = await engineOf(node, options.engine);
  let to = options.to ?? (await headOf(node));
  const { from, checkpoint, hasReport } = options;
  const beginning = { node, engine, deployment, genesisHash, from, checkpoint, hasReport };
  const run = await beginReplay(beginning, (progress) => options.onProgress?.(progress, to));
  const resumedAfter = run.progress.block < 0 ? null : run.progress.block;
  const store = storing(run, checkpoint);
  const go = async (block: number): Promise<void> => {
    to = block;
    await run.to(block, store);
  };
  await go(to);
  const compared = await followGateway(run, options, go);
  // What follows belongs to this end alone, and not to a later range.
  if (checkpoint !== undefined) await run.store(checkpoint);
  await run.sample();
  await run.finish();
  return { facts: await replayFacts(run, engine, node, compared), run, resumedAfter };
}
