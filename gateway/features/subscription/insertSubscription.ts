import type { Queryable } from "../../database/database.ts";

/** A subscription as it begins. */
export interface NewSubscription {
  readonly subscription: string;
  readonly memberId: number;
  readonly url: string;
  readonly names: readonly string[];
  readonly contracts: readonly string[];
  readonly batchSize: number;
  /** Sealed. */
  readonly secret: string;
  readonly cursor: string;
  readonly createdBy: string;
  readonly createdAt: Date;
}

const sql = `
  INSERT INTO local.subscription
    (subscription_id, member_id, url, names, contracts, batch_size, secret, state, cursor, created_by, created_at)
  VALUES ($1, $2, $3, $4, $5, $6, $7, 'active', $8, $9, $10)`;

/** Writes a new subscription. */
export async function insertSubscription(
  transaction: Queryable,
  fresh: NewSubscription,
): Promise<void> {
  const { subscription, memberId, url, names, contracts, batchSize } = fresh;
  const { secret, cursor, createdBy, createdAt } = fresh;
  const chosen = [subscription, memberId, url, names, contracts, batchSize];
  await transaction.query(sql, [...chosen, secret, cursor, createdBy, createdAt]);
}
