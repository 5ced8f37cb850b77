import type { Queryable } from "../database/database.ts";
import { cursorParts } from "../features/event/cursorParts.ts";

// Before every event: the genesis block has none.
const BEGINNING = "000000000000-000000-000000";

/**
 * A cursor to begin at. A bare key begins with what the chain is now: whoever subscribes today need not hear of events
 * that were taken back before.
 */
export async function cursorFrom(database: Queryable, after: string): Promise<string> {
  if (after.includes("@")) return after;
  const [row] = await database.query<{ last: bigint | null }>(
    "SELECT max(reorganisation_id) AS last FROM local.reorganisation",
  );
  const key = after === "" ? BEGINNING : after;
  return cursorParts.write({ key, reorganisation: row?.last ?? 0n });
}
