import type { Checkpoint } from "./checkpoint.ts";
import type { ProjectorOptions } from "./projectorOptions.ts";

/** The checkpoint before the first block that can hold an event of the ledger. */
export async function beginningOf({
  source,
  startBlock = 0,
  schemaFingerprint,
}: ProjectorOptions): Promise<Checkpoint> {
  const before = Math.max(startBlock - 1, 0);
  const genesis = await source.block(0);
  const first = await source.block(before);
  if (genesis === undefined || first === undefined) {
    throw new Error(`The node has no block ${before} to begin the projection at.`);
  }
  return {
    blockNumber: first.number,
    blockHash: first.hash,
    parentHash: first.parentHash,
    blockTime: new Date(first.timestamp * 1000),
    genesisHash: genesis.hash,
    fingerprint: schemaFingerprint,
    isComplete: false,
  };
}
