import {
  ConsensusError,
  readCheckpoint,
  readCheckpointSigners,
  type SignedCheckpoint,
  trustedCheckpoints,
} from "@tallystick/sdk";
import type { CheckpointNode } from "./CheckpointNode.ts";
import { readJson } from "./readJson.ts";
import { withNode } from "./withNode.ts";

export type VerifyCheckpointOptions = {
  /** File that says whom one trusts. */
  readonly checkpointSigners: string;
  /** A node of one's own, with which it is compared. */
  readonly rpc?: string;
};

/** What was found of a checkpoint. */
export type CheckpointFinding = {
  readonly checkpoint: SignedCheckpoint;
  readonly sentence: string;
};

async function compareWithNode(checkpoint: SignedCheckpoint, node: CheckpointNode): Promise<void> {
  const { chainId, genesisHash, block, blockHash, stateRoot, signer } = checkpoint;
  const refuse = (sentence: string) => new ConsensusError("checkpoint-split-view", sentence);
  if (node.chainId !== chainId || node.genesis.hash !== genesisHash) {
    throw refuse(`The node has another ledger than the one that ${signer} signed for.`);
  }
  const header = await node.header(block);
  if (header.hash === blockHash && header.stateRoot === stateRoot) return;
  throw refuse(
    `The node has block ${block} ${header.hash}, but ${signer} signed for ${blockHash}.`,
  );
}

/** Checks who signed a checkpoint, and whether one's own node has that block. */
export async function verifyCheckpointFile(
  file: string,
  { checkpointSigners, rpc }: VerifyCheckpointOptions,
): Promise<CheckpointFinding> {
  const trust = readCheckpointSigners(await readJson(checkpointSigners));
  const checkpoint = readCheckpoint(await readJson(file));
  trustedCheckpoints(trust, [checkpoint]);
  const { signer, account, block, blockHash } = checkpoint;
  const signed = `${signer} (${account}) signed for block ${block} ${blockHash}`;
  if (rpc === undefined) return { checkpoint, sentence: `${signed}; no node was asked for it.` };
  await withNode(rpc, (node) => compareWithNode(checkpoint, node));
  return { checkpoint, sentence: `${signed}, which is the node's block as well.` };
}
