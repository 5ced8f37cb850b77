import type { Queryable } from "../database/database.ts";
import type { Checkpoint } from "./checkpoint.ts";

interface CheckpointRow {
  block_number: bigint;
  block_hash: string;
  parent_hash: string;
  block_time: Date;
  genesis_hash: string;
  fingerprint: string;
  is_complete: boolean;
}

async function read(target: Queryable, lock: string): Promise<Checkpoint | undefined> {
  const [row] = await target.query<CheckpointRow>(`SELECT * FROM projected.checkpoint ${lock}`);
  if (row === undefined) return undefined;
  return {
    blockNumber: Number(row.block_number),
    blockHash: row.block_hash,
    parentHash: row.parent_hash,
    blockTime: row.block_time,
    genesisHash: row.genesis_hash,
    fingerprint: row.fingerprint,
    isComplete: row.is_complete,
  };
}

async function write(target: Queryable, checkpoint: Checkpoint): Promise<void> {
  await target.query(
    `INSERT INTO projected.checkpoint (block_number, block_hash, parent_hash, block_time, genesis_hash, fingerprint,
       is_complete)
     VALUES ($1, $2, $3, $4, $5, $6, $7)
     ON CONFLICT (only_row) DO UPDATE SET block_number = excluded.block_number, block_hash = excluded.block_hash,
       parent_hash = excluded.parent_hash, block_time = excluded.block_time, genesis_hash = excluded.genesis_hash,
       fingerprint = excluded.fingerprint, is_complete = excluded.is_complete`,
    [
      checkpoint.blockNumber,
      checkpoint.blockHash,
      checkpoint.parentHash,
      checkpoint.blockTime,
      checkpoint.genesisHash,
      checkpoint.fingerprint,
      checkpoint.isComplete,
    ],
  );
}

/** The checkpoint's row. `lock` keeps other projectors of the same database waiting until the transaction ends. */
export const checkpointStore = {
  read: (target: Queryable) => read(target, ""),
  lock: (target: Queryable) => read(target, "FOR UPDATE"),
  write,
};
