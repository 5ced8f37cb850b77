import type { Database } from "../database/database.ts";
import type { WriteRequest } from "../idempotency/writeRequest.ts";
import { type OutboxRow, outboxRows } from "./outboxRows.ts";
import type { StoredTransaction } from "./storedTransaction.ts";

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
    return row === undefined ? undefined : outboxRows.read(row);
  }

  /** Everything signed without a known end, in the order in which it must be sent. */
  async unfinished(): Promise<StoredTransaction[]> {
    const rows = await this.#database.query<OutboxRow>(
      "SELECT * FROM local.outbox WHERE state = 'signed' ORDER BY sender, nonce",
    );
    return rows.map(outboxRows.read);
  }

  /** The one transaction of this step that took or may take effect. */
  async live(request: WriteRequest, step: number): Promise<StoredTransaction | undefined> {
    const [row] = await this.#database.query<OutboxRow>(
      `SELECT * FROM local.outbox WHERE member_id = $1 AND route = $2 AND idempotency_key = $3 AND step = $4
         AND state IN ('signed', 'included')`,
      [request.memberId, request.route, request.idempotencyKey, step],
    );
    return row === undefined ? undefined : outboxRows.read(row);
  }

  /** The step's transaction as the chain remembers it, for a database that lost its own memory. */
  async onChain(request: WriteRequest, step: number): Promise<string | undefined> {
    const rows = await this.#database.query<{ transaction_hash: string }>(
      `SELECT transaction_hash FROM projected.event WHERE left(ref, 34) = $1 AND ref IS NOT NULL
       GROUP BY transaction_hash ORDER BY min(key)`,
      [request.ref.slice(0, 34)],
    );
    return rows[step]?.transaction_hash;
  }
}
