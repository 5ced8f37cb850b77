import {
  type CheckpointComparison,
  compareCheckpoints,
  readCheckpoint,
  readCheckpointSigners,
  type SignedCheckpoint,
  trustedCheckpoints,
} from "@tallystick/sdk";
import { readJson } from "./readJson.ts";
import { withNode } from "./withNode.ts";

export type CompareCheckpointsOptions = {
  /** File that says whom one trusts; without it only the signatures are checked. */
  readonly checkpointSigners?: string;
  /** Any node, for the headers between two blocks. */
  readonly rpc?: string;
};

async function compared(
  one: SignedCheckpoint,
  other: SignedCheckpoint,
  rpc: string | undefined,
): Promise<CheckpointComparison> {
  if (one.block === other.block || rpc === undefined) return compareCheckpoints(one, other);
  const [older, newer] = [Math.min(one.block, other.block), Math.max(one.block, other.block)];
  return withNode(rpc, (node) => compareCheckpoints(one, other, node.backwards(newer, older)));
}

/** Whether two auditors were shown the same ledger. */
export async function compareCheckpointFiles(
  files: readonly [string, string],
  { checkpointSigners, rpc }: CompareCheckpointsOptions,
): Promise<CheckpointComparison> {
  const [one, other] = [
    readCheckpoint(await readJson(files[0])),
    readCheckpoint(await readJson(files[1])),
  ];
  if (checkpointSigners !== undefined) {
    const { signers } = readCheckpointSigners(await readJson(checkpointSigners));
    // Whom they are by alone: that they are of two ledgers is what the comparison tells.
    for (const checkpoint of [one, other]) {
      const { chainId, genesisHash } = checkpoint;
      trustedCheckpoints({ chainId, genesisHash, signers }, [checkpoint]);
    }
  }
  return compared(one, other, rpc);
}
