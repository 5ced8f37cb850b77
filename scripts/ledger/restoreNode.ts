import { rm } from "node:fs/promises";
import { AnvilNode, type AnvilSettings } from "./AnvilNode.ts";
import type { Checkpoints } from "./Checkpoints.ts";
import type { Journal } from "./Journal.ts";
import { type ChainState, replayJournal } from "./replayJournal.ts";

export type Restored = {
  node: AnvilNode;
  state: ChainState;
  /** The block of the checkpoint that was used; 0 when all was replayed. */
  checkpoint: number;
  /** How long the replay after it took, in milliseconds. */
  replayMs: number;
};

/**
 * Starts a node that holds everything the journal says, from the newest checkpoint that fits the
 * journal, else from block 0.
 * @throws {LedgerError} REPLAY_MISMATCH, JOURNAL_CORRUPT, NODE_FAILED
 */
export async function restoreNode(options: {
  journal: Journal;
  checkpoints: Checkpoints;
  settings: AnvilSettings;
  onBlock?: (number: number) => void;
}): Promise<Restored> {
  const { journal, checkpoints, settings, onBlock } = options;
  for (const checkpoint of await checkpoints.list()) {
    const stateFile = await checkpoints.unpack(checkpoint);
    if (stateFile === undefined) continue;
    try {
      return await begin({ ...settings, stateFile }, checkpoint.state, journal, onBlock);
    } catch {
      // A checkpoint is a convenience: whatever is wrong with it, the journal decides.
    } finally {
      await rm(stateFile, { force: true });
    }
  }
  return begin(settings, undefined, journal, onBlock);
}

async function begin(
  settings: AnvilSettings,
  from: ChainState | undefined,
  journal: Journal,
  onBlock?: (number: number) => void,
): Promise<Restored> {
  const node = await AnvilNode.start(settings);
  try {
    const { number, hash, timestamp } = await node.block("latest");
    if (from && from.hash !== hash) throw new Error("the checkpoint holds another block");
    const began = performance.now();
    const start = { number, hash, timestamp, pool: from?.pool ?? new Map() };
    const state = await replayJournal(node, journal, start, onBlock);
    return { node, state, checkpoint: number, replayMs: performance.now() - began };
  } catch (error) {
    await node.stop();
    throw error;
  }
}
