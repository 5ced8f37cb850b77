import type { ReceivableState } from "@tallystick/sdk";
import type { Queryable } from "../../database/database.ts";
import { found } from "../shared/found.ts";

interface ProgressRow {
  readonly state: ReceivableState;
  readonly circulation_closed: boolean;
  readonly overdue_since: Date | null;
  readonly open_run: bigint | null;
  readonly queued: bigint;
}

const sql = `
  SELECT r.state, r.circulation_closed, r.overdue_since,
    (SELECT run_id FROM projected.settlement_run s WHERE s.receivable_id = r.receivable_id AND s.open LIMIT 1) AS open_run,
    (SELECT count(*) FROM projected.queued_run q WHERE q.receivable_id = r.receivable_id) AS queued
  FROM projected.receivable r WHERE r.receivable_id = $1`;

/** How the settlement of a receivable stands. */
export async function readProgress(database: Queryable, receivable: number) {
  const [row] = await database.query<ProgressRow>(sql, [receivable]);
  const { state, ...rest } = found(row, `receivable ${receivable}`);
  return {
    receivable,
    state,
    circulationClosed: rest.circulation_closed,
    overdueSince: rest.overdue_since,
    openRun: rest.open_run,
    queuedPayments: Number(rest.queued),
  };
}
