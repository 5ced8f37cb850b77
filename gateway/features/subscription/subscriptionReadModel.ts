import type { Queryable } from "../../database/database.ts";

/** A subscription as `subscriptionBody` answers it. */
export interface ShownSubscription {
  readonly subscription: string;
  readonly url: string;
  readonly names: readonly string[];
  readonly contracts: readonly string[];
  readonly batchSize: number;
  readonly state: "active" | "paused";
  readonly pausedBecause: string | null;
  readonly cursor: string;
  readonly deadLetters: number;
  readonly lastSuccessAt: Date | null;
  readonly lastFailureAt: Date | null;
  readonly lastFailure: string | null;
  readonly nextAttemptAt: Date | null;
  readonly earlierSecretUntil: Date | null;
  readonly createdAt: Date;
}

const select = `
  SELECT s.subscription_id AS subscription, s.url, s.names, s.contracts, s.batch_size AS "batchSize", s.state,
    s.paused_because AS "pausedBecause", s.cursor,
    (SELECT count(*)::int4 FROM local.delivery d
      WHERE d.subscription_id = s.subscription_id AND d.state = 'dead') AS "deadLetters",
    s.last_success_at AS "lastSuccessAt", s.last_failure_at AS "lastFailureAt", s.last_failure AS "lastFailure",
    s.next_attempt_at AS "nextAttemptAt",
    CASE WHEN s.earlier_until > now() THEN s.earlier_until END AS "earlierSecretUntil",
    s.created_at AS "createdAt"
  FROM local.subscription s`;

/** Subscriptions as their members see them. */
export const subscriptionReadModel = {
  /** All of a member, oldest first: a member has few. */
  list(database: Queryable, memberId: number): Promise<ShownSubscription[]> {
    return database.query(`${select} WHERE s.member_id = $1 ORDER BY s.created_at, subscription`, [
      memberId,
    ]);
  },

  async find(database: Queryable, id: string): Promise<ShownSubscription | undefined> {
    const [row] = await database.query<ShownSubscription>(
      `${select} WHERE s.subscription_id = $1`,
      [id],
    );
    return row;
  },
} as const;
