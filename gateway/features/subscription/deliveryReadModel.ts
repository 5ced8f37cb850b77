import type { Queryable } from "../../database/database.ts";
import { whereAll } from "../shared/whereAll.ts";

/** A delivery as it is answered. */
export interface ShownDelivery {
  readonly event: string;
  readonly type: "event" | "retracted";
  readonly contract: string;
  readonly name: string;
  readonly state: string;
  readonly attempts: number;
  readonly status: number | null;
  readonly latencyMs: number | null;
  readonly failure: string | null;
  readonly firstAttemptAt: Date;
  readonly lastAttemptAt: Date;
}

/** Which deliveries. */
export interface DeliveryQuery {
  readonly state?: string | undefined;
  readonly after?: string | undefined;
  readonly limit: number;
}

/** Deliveries of a subscription. */
export const deliveryReadModel = {
  /** Latest event first; one more than asked for. `after` is an event's id, a dash and the delivery's type. */
  page(database: Queryable, id: string, query: DeliveryQuery): Promise<ShownDelivery[]> {
    const { state, after, limit } = query;
    const { where, values } = whereAll([
      ["subscription_id = ?", id],
      ["state = ?", state],
      ["(event_id, type) < (left(?, 35), substr(?, 37))", after],
    ]);
    return database.query<ShownDelivery>(
      `SELECT event_id AS event, type, contract, name, state, attempts, status, latency_ms AS "latencyMs", failure,
         first_attempt_at AS "firstAttemptAt", last_attempt_at AS "lastAttemptAt"
       FROM local.delivery ${where} ORDER BY event_id DESC, type DESC LIMIT ${limit + 1}`,
      values,
    );
  },
} as const;
