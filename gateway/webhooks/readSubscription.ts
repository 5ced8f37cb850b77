import type { Queryable } from "../database/database.ts";
import type { Subscription } from "./subscription.ts";

type Row = Omit<Subscription, "memberId"> & { readonly memberId: bigint };

const sql = `
  SELECT subscription_id AS "subscriptionId", member_id AS "memberId", url, names, contracts,
    batch_size AS "batchSize", secret, earlier_secret AS "earlierSecret", earlier_until AS "earlierUntil",
    state, cursor, revision, failures, dead_run AS "deadRun", next_attempt_at AS "nextAttemptAt",
    EXISTS (SELECT 1 FROM local.delivery d
      WHERE d.subscription_id = s.subscription_id AND d.state = 'queued') AS "hasQueued"
  FROM local.subscription s WHERE subscription_id = $1`;

/** A subscription by its id. */
export async function readSubscription(
  database: Queryable,
  subscriptionId: string,
): Promise<Subscription | undefined> {
  const [row] = await database.query<Row>(sql, [subscriptionId]);
  return row === undefined ? undefined : { ...row, memberId: Number(row.memberId) };
}
