import type { MemberRole } from "@tallystick/sdk";
import type { Identity } from "../../auth/identity.ts";
import type { Queryable } from "../../database/database.ts";

/** One event as stored, named as it is answered. */
export interface PublishedEvent {
  readonly key: string;
  readonly contract: string;
  readonly name: string;
  readonly args: unknown;
  readonly ref: string | null;
  readonly blockNumber: bigint;
  readonly blockTime: Date;
  readonly transactionHash: string;
}

/** These oversee the whole ledger; everyone else sees what names them. */
const overseers: readonly MemberRole[] = ["auditor", "regulator", "operator", "legal"];

const sql = `
  SELECT key, contract, name, args, ref, block_number AS "blockNumber", block_time AS "blockTime",
         transaction_hash AS "transactionHash"
  FROM projected.event
  WHERE key > $1 AND ($2::boolean OR members @> ARRAY[$3::int8])
  ORDER BY key LIMIT $4`;

/** The next events after `after` (a key, or empty for the beginning) that this member may see, in chain order. */
export function readEvents(
  database: Queryable,
  identity: Identity,
  after: string,
  limit: number,
): Promise<PublishedEvent[]> {
  const seesAll = identity.roles.some((role) => overseers.includes(role));
  return database.query<PublishedEvent>(sql, [after, seesAll, identity.memberId, limit]);
}
