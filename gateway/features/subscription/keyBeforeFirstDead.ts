import type { Queryable } from "../../database/database.ts";

// The cursor is what the reader has: the greatest key below the first dead one, of the whole log.
const sql = `
  SELECT coalesce((SELECT max(key) FROM projected.event WHERE key < left(first.event_id, 26)), '') AS key
  FROM (SELECT min(event_id) AS event_id FROM local.delivery
    WHERE subscription_id = $1 AND state = 'dead' AND type = 'event') first
  WHERE first.event_id IS NOT NULL`;

/** Where to go on so that the first event that was given up comes again; undefined when none was. */
export async function keyBeforeFirstDead(
  database: Queryable,
  subscriptionId: string,
): Promise<string | undefined> {
  const [row] = await database.query<{ key: string }>(sql, [subscriptionId]);
  return row?.key;
}
