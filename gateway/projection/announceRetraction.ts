import { lastKeyOf } from "../chain/lastKeyOf.ts";
import type { Queryable } from "../database/database.ts";
import type { Checkpoint } from "./checkpoint.ts";

const reorganisationSql = `
  INSERT INTO local.reorganisation (fork_block, fork_hash, head_block, head_hash)
  VALUES ($1, $2, $3, $4) RETURNING reorganisation_id`;

const retractionSql = `
  INSERT INTO local.retraction
    (reorganisation_id, key, block_number, block_hash, transaction_hash, contract, name, members)
  SELECT $1, key, block_number, block_hash, transaction_hash, contract, name, members
  FROM projected.event WHERE key > $2`;

/**
 * Takes the events after the fork out of the log and tells subscribers which ones. The checkpoint's lock makes the
 * reorganisations' numbers their order, also between gateways.
 */
export async function announceRetraction(
  transaction: Queryable,
  fork: { readonly number: number; readonly hash: string },
  head: Checkpoint,
): Promise<void> {
  const [row] = await transaction.query<{ reorganisation_id: bigint }>(reorganisationSql, [
    fork.number,
    fork.hash,
    head.blockNumber,
    head.blockHash,
  ]);
  const after = lastKeyOf(fork.number);
  await transaction.query(retractionSql, [row?.reorganisation_id, after]);
  await transaction.query("DELETE FROM projected.event WHERE key > $1", [after]);
}
