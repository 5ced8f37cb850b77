import { rm } from "node:fs/promises";
import { AnvilNode } from "./AnvilNode.ts";
import type { AnvilSettings } from "./anvilArguments.ts";
import type { Checkpoints } from "./Checkpoints.ts";
import type { Journal } from "./Journal.ts";
import { type ChainState, replayJournal } from "./replayJournal.ts";

export type Restored = {
  node: AnvilNode;
  state: ChainState;
  /** The block of the checkpoint that was used; 0 when all was replayed. */
  checkpoint: number;
  /** Why checkpoints were passed over, one sentence each. */
  passedOver: string[];
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
  const passedOver: string[] = [];
  for (const checkpoint of await checkpoints.list()) {
    const stateFile = `${checkpoint.file}.loading.json`;
    try {
      await checkpoints.unpack(checkpoint, stateFile);
      const begun = await begin({ ...settings, stateFile }, checkpoint.state, journal, onBlock);
      return { ...begun, passedOver };
    } catch (error) {
      // A checkpoint is a convenience: whatever is wrong with it, the journal decides.
      const reason = error instanceof Error ? error.message : String(error);
      passedOver.push(`The checkpoint of block ${checkpoint.state.number} was no use: ${reason}`);
    } finally {
      await rm(stateFile, { force: true });
    }
  }
  return { ...(await begin(settings, undefined, journal, onBlock)), passedOver };
}

async function begin(
  settings: AnvilSettings,
  from: ChainState | undefined,
  journal: Journal,
  onBlock?: (number: number) => void,
): Promise<Omit<Restored, "passedOver">> {
  const node = await AnvilNode.start(settings);
  try {
    const { number, hash, timestamp } = await node.block("latest");
    if (from && from.hash !== hash) throw new Error("the checkpoint holds another block");
    const began = performance.now();
    const start = { number, hash, timestamp, pool: from?.pool ?? new Map() };
    const state = await replayJournal(node, journal, start, onBlock);
    // The node's own clock knows nothing of the blocks that it was given.
    await node.expectTime(state.timestamp);
    return { node, state, checkpoint: number, replayMs: performance.now() - began };
  } catch (error) {
    await node.stop();
    throw error;
  }
}
