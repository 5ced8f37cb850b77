import type { ReportSource } from "../reportSource.ts";
import type { Fields } from "./Fields.ts";
import { rowsOf } from "./rowsOf.ts";

/** A receivable with its totals; amounts in minor units, times in seconds. */
export interface Receivable {
  readonly id: number;
  readonly obligor: number;
  readonly creditor: number;
  readonly currency: string;
  readonly amount: bigint;
  readonly live: bigint;
  readonly settled: bigint;
  readonly retired: bigint;
  readonly waiting: bigint;
  readonly dueDate: string;
  readonly state: string;
  /** Whether it ever had certificates. */
  readonly isIssued: boolean;
  readonly noticeByLedger: boolean;
  readonly rulesVersion: number | undefined;
  readonly overdueSince: number | undefined;
}

function read(row: Fields): Receivable {
  return {
    id: row.number("receivable_id"),
    obligor: row.number("obligor"),
    creditor: row.number("creditor"),
    currency: row.text("currency"),
    amount: row.int("amount_minor"),
    live: row.int("live_minor"),
    settled: row.int("settled_minor"),
    retired: row.int("retired_minor"),
    waiting: row.int("waiting_minor"),
    dueDate: row.date("due_date"),
    state: row.text("state"),
    isIssued: row.timeOrNone("accepted_at") !== undefined,
    noticeByLedger: row.flag("notice_by_ledger"),
    rulesVersion: row.numberOrNone("rules_version"),
    overdueSince: row.timeOrNone("overdue_since"),
  };
}

/** Every receivable, by number. */
export function readReceivables(source: ReportSource): ReadonlyMap<number, Receivable> {
  const rows = rowsOf(source, "receivable", read, ({ id }) => id);
  return new Map(rows.map((row) => [row.id, row]));
}
