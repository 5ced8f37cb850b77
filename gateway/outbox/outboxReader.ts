import type { Database } from "../database/database.ts";
import type { WriteRequest } from "../idempotency/writeRequest.ts";
import { type OutboxRow, outboxRows } from "./outboxRows.ts";
import type { StoredTransaction } from "./storedTransaction.ts";

// A gateway that lives and still follows its own after this long may have a node that does not answer; ours may.
const FOLLOWED_SECONDS = 30;

const unfinishedSql = `
  SELECT outbox.* FROM local.outbox
  JOIN local.request USING (member_id, route, idempotency_key)
  LEFT JOIN local.lease ON lease.name = 'gateway ' || request.holder AND lease.expires_at > now()
  WHERE outbox.state = 'signed' AND (lease.name IS NULL OR request.holder = $1
    OR outbox.signed_at < now() - $2::int8 * interval '1 second')
  ORDER BY outbox.sender, outbox.nonce LIMIT 5000`;

type Step = Pick<StoredTransaction, "memberId" | "route" | "idempotencyKey" | "step">;

/** Look-ups in the outbox. */
export class OutboxReader {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  async find(transactionHash: string): Promise<StoredTransaction | undefined> {
    const [row] = await this.#database.query<OutboxRow>(
      "SELECT * FROM local.outbox WHERE transaction_hash = $1",
      [transactionHash.toLowerCase()],
    );
    if (row === undefined) return undefined;
    const found = outboxRows.read(row);
    if (found.state !== "displaced") return found;
    // What was displaced goes on under another hash, unless the member signed it itself.
    return (await this.#live(found)) ?? found;
  }

  /**
   * Signed without a known end, and nobody else who lives seems to follow it; in the order in which it must be sent.
   * Following is right in several gateways at once: all of them send the same bytes.
   */
  async unfinished(holder: string): Promise<StoredTransaction[]> {
    const rows = await this.#database.query<OutboxRow>(unfinishedSql, [holder, FOLLOWED_SECONDS]);
    return rows.map(outboxRows.read);
  }

  /** The one transaction of this step that took or may take effect. */
  live(request: WriteRequest, step: number): Promise<StoredTransaction | undefined> {
    return this.#live({ ...request, step });
  }

  async #live(of: Step): Promise<StoredTransaction | undefined> {
    const [row] = await this.#database.query<OutboxRow>(
      `SELECT * FROM local.outbox WHERE member_id = $1 AND route = $2 AND idempotency_key = $3 AND step = $4
         AND state IN ('signed', 'included')`,
      [of.memberId, of.route, of.idempotencyKey, of.step],
    );
    return row === undefined ? undefined : outboxRows.read(row);
  }
}
