import { civilDateToDay, type ReceivableRow } from "@tallystick/sdk";

/** A row that is to be issued, with its days as numbers. */
export interface PlannedRow {
  readonly row: ReceivableRow;
  readonly issueDay: number;
  readonly dueDay: number;
  /** Null: not paid yet. */
  readonly settleDay: number | null;
}

/** What may happen on one day. */
export interface PlannedDay {
  readonly day: number;
  /** Rows that are overdue from this day on, if they are still open. */
  readonly overdue: readonly PlannedRow[];
  readonly settle: readonly PlannedRow[];
  readonly issue: readonly PlannedRow[];
}

/** A receivable is marked once the day is later than its due day and this many days of grace. */
const GRACE_DAYS = 5;

/** Orders the rows by the days on which something happens to them; disputed rows are left aside. */
export function planDays(rows: readonly ReceivableRow[]): PlannedDay[] {
  const planned = rows
    .filter(({ disputed }) => !disputed)
    .map((row) => ({
      row,
      issueDay: civilDateToDay(row.invoiceDate),
      dueDay: civilDateToDay(row.dueDate),
      settleDay: row.settledDate === null ? null : civilDateToDay(row.settledDate),
    }));
  const overdueOf = ({ dueDay }: PlannedRow) => dueDay + GRACE_DAYS + 1;
  // A row that settles on the day of its issue settles right after it.
  const settleOf = ({ settleDay, issueDay }: PlannedRow) =>
    settleDay === issueDay ? null : settleDay;
  const overdue = Map.groupBy(planned, overdueOf);
  const settle = Map.groupBy(planned, settleOf);
  const issue = Map.groupBy(planned, ({ issueDay }) => issueDay);
  const days = new Set([...overdue.keys(), ...settle.keys(), ...issue.keys()]);
  return [...days]
    .filter((day): day is number => day !== null)
    .sort((a, b) => a - b)
    .map((day) => ({
      day,
      overdue: overdue.get(day) ?? [],
      settle: settle.get(day) ?? [],
      issue: issue.get(day) ?? [],
    }));
}
