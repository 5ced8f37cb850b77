import type { Database } from "../database/database.ts";
import { plainJson } from "../json/plainJson.ts";
import type { StoredTransaction } from "./storedTransaction.ts";

/** How a stored transaction ended. */
export interface Outcome {
  readonly transaction: StoredTransaction;
  readonly state: "included" | "reverted" | "displaced" | "refused";
  readonly blockNumber: number | undefined;
  readonly blockHash: string | undefined;
  readonly reason?: string | undefined;
}

// Another gateway that follows the same transaction may have been first; what it wrote stands.
const outcomeSql = `
  UPDATE local.outbox SET state = outcome.state, block_number = outcome.block_number,
    block_hash = outcome.block_hash, reason = outcome.reason, finished_at = now()
  FROM jsonb_to_recordset($1::jsonb)
    AS outcome(transaction_hash text, state text, block_number int8, block_hash text, reason text)
  WHERE outbox.transaction_hash = outcome.transaction_hash AND outbox.state = 'signed'`;

// A request whose transaction had no effect may be asked again, unless another of its steps took effect.
const refusedSql = `
  UPDATE local.request SET state = 'refused' FROM local.outbox
  WHERE outbox.transaction_hash = ANY($1::text[]) AND request.state = 'open'
    AND request.member_id = outbox.member_id AND request.route = outbox.route
    AND request.idempotency_key = outbox.idempotency_key
    AND NOT EXISTS (
      SELECT 1 FROM local.outbox other WHERE other.state IN ('signed', 'included')
        AND other.member_id = request.member_id AND other.route = request.route
        AND other.idempotency_key = request.idempotency_key)`;

/** Writes how transactions ended, all or none. */
export async function recordOutcomes(
  database: Database,
  outcomes: readonly Outcome[],
): Promise<void> {
  const rows = outcomes.map(({ transaction, state, blockNumber, blockHash, reason }) => ({
    transaction_hash: transaction.hash,
    state,
    block_number: blockNumber ?? null,
    block_hash: blockHash ?? null,
    reason: reason ?? null,
  }));
  const ineffective = outcomes.filter((outcome) => outcome.state !== "included");
  if (ineffective.length === 0) {
    await database.query(outcomeSql, [plainJson(rows)]);
    return;
  }
  await database.transaction(async (transaction) => {
    await transaction.query(outcomeSql, [plainJson(rows)]);
    await transaction.query(refusedSql, [ineffective.map((outcome) => outcome.transaction.hash)]);
  });
}
