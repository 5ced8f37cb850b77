import type { Queryable } from "../database/database.ts";

const sql = `
  DELETE FROM local.delivery WHERE state = 'delivered' AND last_attempt_at < now() - interval '30 days'`;

/** Forgets what was delivered 30 days ago. What was not delivered stays until it is, or its subscription is deleted. */
export async function pruneDeliveries(database: Queryable): Promise<void> {
  await database.query(sql);
}
