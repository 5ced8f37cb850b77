import type { Queryable } from "../../database/database.ts";

/** One event as stored, named as it is answered. */
export interface PublishedEvent {
  readonly key: string;
  readonly contract: string;
  readonly name: string;
  readonly args: unknown;
  readonly ref: string | null;
  readonly blockNumber: bigint;
  readonly blockHash: string;
  readonly blockTime: Date;
  readonly transactionHash: string;
}

const sql = `
  SELECT key, contract, name, args, ref, block_number AS "blockNumber",
         block_hash AS "blockHash", block_time AS "blockTime",
         transaction_hash AS "transactionHash"
  FROM projected.event
  WHERE key > $1 AND ($2::boolean OR members @> ARRAY[$3::int8])
  ORDER BY key LIMIT $4`;

/** The next events after `after` (a key, or empty for the beginning) that this viewer may see, in chain order. */
export function readEvents(
  database: Queryable,
  viewer: { readonly memberId: number; readonly seesAll: boolean },
  after: string,
  limit: number,
): Promise<PublishedEvent[]> {
  return database.query<PublishedEvent>(sql, [after, viewer.seesAll, viewer.memberId, limit]);
}
