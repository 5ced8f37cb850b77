import type { Queryable } from "../../database/database.ts";
import { memberRefs } from "../shared/memberRefs.ts";

interface ExposureRow {
  readonly obligor: bigint;
  readonly currency: string;
  readonly certificates: bigint;
  readonly total: bigint;
  readonly with_recourse: bigint;
  readonly overdue: bigint;
  readonly pending: bigint;
  readonly next_due: string | null;
}

const sql = `
  WITH held AS (
    SELECT c.obligor, c.currency, count(*) AS certificates, sum(c.value_minor) AS total,
      sum(c.value_minor) FILTER (WHERE c.recourse) AS with_recourse,
      sum(c.value_minor) FILTER (WHERE r.overdue_since IS NOT NULL) AS overdue, min(c.due_date) AS next_due
    FROM projected.certificate c JOIN projected.receivable r ON r.receivable_id = c.receivable_id
    WHERE c.holder = $1 AND c.value_minor > 0 GROUP BY c.obligor, c.currency
  ), pending AS (
    SELECT obligor, currency, sum(value_minor) AS pending FROM projected.financing
    WHERE financier = $1 AND state IN ('accepted', 'instructed', 'waiting') GROUP BY obligor, currency
  )
  SELECT obligor, currency, COALESCE(certificates, 0) AS certificates, COALESCE(total, 0) AS total,
    COALESCE(with_recourse, 0) AS with_recourse, COALESCE(overdue, 0) AS overdue, COALESCE(pending, 0) AS pending,
    next_due
  FROM held FULL JOIN pending USING (obligor, currency)
  ORDER BY COALESCE(total, 0) DESC, obligor, currency LIMIT 500`;

/** What a financier holds, by obligor and currency, the largest first; at most 500. */
export async function readExposures(database: Queryable, financier: number) {
  const rows = await database.query<ExposureRow>(sql, [financier]);
  const refOf = await memberRefs(
    database,
    rows.map(({ obligor }) => obligor),
  );
  return rows.map((row) => ({
    obligor: refOf(row.obligor),
    currency: row.currency,
    certificates: Number(row.certificates),
    totalMinor: row.total,
    withRecourseMinor: row.with_recourse,
    withoutRecourseMinor: row.total - row.with_recourse,
    overdueMinor: row.overdue,
    pendingMinor: row.pending,
    nextDueDate: row.next_due,
  }));
}
