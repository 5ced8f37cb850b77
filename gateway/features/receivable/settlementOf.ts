import type { Queryable } from "../../database/database.ts";

interface RunRow {
  readonly run_id: bigint;
  readonly instruction_id: bigint;
  readonly total_minor: bigint;
  readonly paid_minor: bigint;
  readonly value_date: string;
  readonly open: boolean;
  readonly opened_at: Date;
  readonly closed_at: Date | null;
}

/** How a receivable is being settled: its runs in their order, and payments that wait for the open one. */
export async function settlementOf(database: Queryable, receivable: number) {
  const runs = await database.query<RunRow>(
    "SELECT * FROM projected.settlement_run WHERE receivable_id = $1 ORDER BY run_id",
    [receivable],
  );
  const queued = await database.query<{ instruction_id: bigint; amount_minor: bigint }>(
    "SELECT instruction_id, amount_minor FROM projected.queued_run WHERE receivable_id = $1 ORDER BY queued_at, instruction_id",
    [receivable],
  );
  return {
    openRun: runs.find(({ open }) => open)?.run_id ?? null,
    queued: queued.map((row) => ({
      instruction: row.instruction_id,
      amountMinor: row.amount_minor,
    })),
    runs: runs.map((row) => ({
      run: row.run_id,
      instruction: row.instruction_id,
      totalMinor: row.total_minor,
      paidMinor: row.paid_minor,
      valueDate: row.value_date,
      open: row.open,
      openedAt: row.opened_at,
      closedAt: row.closed_at,
    })),
  };
}
