import { lastKeyOf } from "../../chain/lastKeyOf.ts";
import type { Queryable } from "../../database/database.ts";
import type { CursorParts } from "./cursorParts.ts";
import type { EventViewer } from "./eventViewer.ts";

/** An event that a reorganisation took back, named as it is answered. */
export interface RetractedEvent {
  readonly key: string;
  readonly contract: string;
  readonly name: string;
  readonly blockNumber: bigint;
  readonly blockHash: string;
  readonly transactionHash: string;
  readonly retractedAt: Date;
}

/** What a listener has to take back, and where it goes on. */
export interface Retractions {
  readonly events: readonly RetractedEvent[];
  readonly cursor: CursorParts;
}

const reorganisationsSql = `
  SELECT max(reorganisation_id) AS last, min(fork_block) AS fork
  FROM local.reorganisation WHERE reorganisation_id > $1`;

const retractionsSql = `
  SELECT key, contract, name, block_number AS "blockNumber", block_hash AS "blockHash",
         transaction_hash AS "transactionHash", retracted_at AS "retractedAt"
  FROM local.retraction
  WHERE reorganisation_id > $1 AND reorganisation_id <= $2 AND key <= $3
    AND ($4::boolean OR members @> ARRAY[$5::int8])
  ORDER BY reorganisation_id DESC, key DESC`;

/**
 * Events up to the cursor that reorganisations since took back, newest first, and the cursor at the fork: the new branch's
 * events may have smaller keys than the old one's. A listener at the beginning has nothing to take back.
 */
export async function readRetractions(
  database: Queryable,
  cursor: CursorParts,
  viewer: EventViewer,
): Promise<Retractions> {
  const [row] = await database.query<{ last: bigint | null; fork: bigint | null }>(
    reorganisationsSql,
    [cursor.reorganisation],
  );
  const { last = null, fork = null } = row ?? {};
  if (last === null || fork === null) return { events: [], cursor };
  const forkKey = lastKeyOf(Number(fork));
  const [key = ""] = [cursor.key, forkKey].sort();
  if (cursor.key === "") return { events: [], cursor: { key, reorganisation: last } };
  const events = await database.query<RetractedEvent>(retractionsSql, [
    cursor.reorganisation,
    last,
    cursor.key,
    viewer.seesAll,
    viewer.memberId,
  ]);
  return { events, cursor: { key, reorganisation: last } };
}
