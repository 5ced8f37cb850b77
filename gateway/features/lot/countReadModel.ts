import type { Queryable } from "../../database/database.ts";
import { memberRefs, type RefOf } from "../shared/memberRefs.ts";
import { whereAll } from "../shared/whereAll.ts";

/** A row of `projected.stock_count`. */
export interface CountRow {
  readonly count_key: string;
  readonly lot_id: bigint;
  readonly counter: bigint;
  readonly is_custodian: boolean;
  readonly quantity: bigint;
  readonly taken_at: Date;
  readonly method: string;
  readonly evidence: string;
  readonly measured: bigint;
  readonly contradicted: boolean;
  readonly recorded_at: Date;
  readonly transaction_hash: string;
}

function show(row: CountRow, refOf: RefOf) {
  return {
    count: row.count_key,
    lot: Number(row.lot_id),
    counter: refOf(row.counter),
    isCustodian: row.is_custodian,
    quantity: row.quantity,
    takenAt: row.taken_at,
    method: row.method,
    evidence: row.evidence,
    measured: row.measured,
    contradicted: row.contradicted,
    recordedAt: row.recorded_at,
    transactionHash: row.transaction_hash,
  };
}

/** Counts as the projection has them. */
export const countReadModel = {
  show,

  /** Newest first, one row more than `limit` when there are more, and the names for them. */
  async list(
    database: Queryable,
    filter: { readonly lot: number; readonly after?: string | undefined; readonly limit: number },
  ) {
    const { where, values } = whereAll([
      ["lot_id = ?", filter.lot],
      ["count_key < ?", filter.after],
    ]);
    const rows = await database.query<CountRow>(
      `SELECT * FROM projected.stock_count ${where}
       ORDER BY count_key DESC LIMIT ${filter.limit + 1}`,
      values,
    );
    const refOf = await memberRefs(
      database,
      rows.map(({ counter }) => counter),
    );
    return { rows, refOf };
  },
} as const;
