import type { Queryable } from "../../database/database.ts";

interface ObligationRow {
  readonly due_date: string;
  readonly currency: string;
  readonly amount: bigint;
  readonly awaiting: bigint;
  readonly receivables: bigint;
  readonly overdue: bigint;
}

/** Civil days, both inclusive. */
export interface Days {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

const sql = `
  SELECT due_date, currency, sum(open_minor) AS amount,
    COALESCE(sum(open_minor) FILTER (WHERE state = 'confirmed'), 0) AS awaiting, count(*) AS receivables,
    count(overdue_since) AS overdue
  FROM projected.receivable
  WHERE obligor = $1 AND open_minor > 0 AND due_date >= COALESCE($2::date, '-infinity')
    AND due_date <= COALESCE($3::date, 'infinity')
  GROUP BY due_date, currency ORDER BY due_date, currency LIMIT 1000`;

/** What an obligor owes, by day and currency. */
export async function readObligations(database: Queryable, obligor: number, { from, to }: Days) {
  const rows = await database.query<ObligationRow>(sql, [obligor, from, to]);
  return rows.map((row) => ({
    dueDate: row.due_date,
    currency: row.currency,
    amountMinor: row.amount,
    awaitingMinor: row.awaiting,
    receivables: Number(row.receivables),
    overdue: Number(row.overdue),
  }));
}
