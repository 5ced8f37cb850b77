import type { Queryable } from "../database/database.ts";
import { type CursorParts, cursorParts } from "../features/event/cursorParts.ts";
import type { Subscription } from "./subscription.ts";

// What was waiting beyond the fork is read again from the new branch, or is no more.
const sql = `
  WITH moved AS (
    UPDATE local.subscription SET cursor = $4
    WHERE subscription_id = $1 AND revision = $2 AND cursor = $3
    RETURNING subscription_id)
  DELETE FROM local.delivery d USING moved
  WHERE d.subscription_id = moved.subscription_id AND d.state = 'waiting' AND d.event_id > $5`;

/** Goes on at the fork when all retractions are told. */
export async function settleTakenBack(
  database: Queryable,
  { subscriptionId, revision, cursor }: Subscription,
  from: CursorParts,
): Promise<void> {
  const parameters = [subscriptionId, revision, cursor, cursorParts.write(from), from.key];
  await database.query(sql, parameters);
}
