import type { Queryable } from "../database/database.ts";
import { plainJson } from "../json/plainJson.ts";
import { deliveryRows } from "./deliveryRows.ts";
import type { PostOutcome } from "./postOutcome.ts";
import type { Subscription } from "./subscription.ts";
import type { WebhookItem } from "./webhookItem.ts";

// One statement: the cursor moves with the rows that say what it moved over, unless somebody else moved it.
const sql = `
  WITH moved AS (
    UPDATE local.subscription
    SET cursor = $4, failures = 0, dead_run = 0, next_attempt_at = NULL, last_success_at = $5
    WHERE subscription_id = $1 AND revision = $2 AND cursor = $3
    RETURNING subscription_id)
  INSERT INTO local.delivery AS delivery (${deliveryRows.columns})
  SELECT ${deliveryRows.columns} FROM moved JOIN ${deliveryRows.source("$6")} USING (subscription_id)
  ${deliveryRows.again}`;

/** Notes that items arrived, and goes on to `cursor`. */
export async function settleDelivered(
  database: Queryable,
  subscription: Subscription,
  items: readonly WebhookItem[],
  outcome: PostOutcome,
  cursor: string,
): Promise<void> {
  const { subscriptionId, revision, cursor: from } = subscription;
  const at = new Date();
  const rows = plainJson(deliveryRows.of(subscriptionId, items, outcome, at));
  await database.query(sql, [subscriptionId, revision, from, cursor, at, rows]);
}
