import type { Queryable } from "../database/database.ts";
import type { Subscription } from "./subscription.ts";

const sql = `
  UPDATE local.subscription SET cursor = $4
  WHERE subscription_id = $1 AND revision = $2 AND cursor = $3`;

/** Goes on to `cursor` where nothing was to be told, unless somebody else moved it. */
export async function moveCursor(
  database: Queryable,
  { subscriptionId, revision, cursor: from }: Subscription,
  cursor: string,
): Promise<void> {
  await database.query(sql, [subscriptionId, revision, from, cursor]);
}
