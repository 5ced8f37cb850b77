import { civilDateToDay } from "@tallystick/sdk";
import type { AuditReport } from "../auditReport.ts";
import { grouped } from "../grouped.ts";
import { instantOf } from "../instantOf.ts";
import type { Receivable } from "../state/readReceivables.ts";
import type { ReportState } from "../state/readState.ts";
import { rowsOf } from "../state/rowsOf.ts";
import { sumBy } from "../sumBy.ts";

type Late = AuditReport["late"];
type Settlements = AuditReport["payments"]["settlements"];

function headOf({ id, obligor, currency, dueDate }: Receivable, day: string) {
  const daysLate = civilDateToDay(day) - civilDateToDay(dueDate);
  return { receivable: id, obligor, currency, dueDate, daysLate };
}

function paidOf(state: ReportState): Late["paid"] {
  const interest = new Map<number, bigint>();
  for (const row of state.source.rows("settlement_leg")) {
    if (row["state"] !== "settled") continue;
    const run = Number(row["run_id"]);
    const owed = BigInt(String(row["late_interest_minor"]));
    interest.set(run, (interest.get(run) ?? 0n) + owed);
  }
  const runs = rowsOf(
    state.source,
    "settlement_run",
    (row) => ({
      run: row.number("run_id"),
      receivable: row.number("receivable_id"),
      valueDate: row.date("value_date"),
      paid: row.int("paid_minor"),
    }),
    ({ run }) => run,
  );
  return runs.flatMap(({ run, receivable, valueDate, paid }) => {
    const its = state.receivables.get(receivable);
    if (its === undefined || valueDate <= its.dueDate) return [];
    const lateInterestMinor = `${interest.get(run) ?? 0n}`;
    return [{ ...headOf(its, valueDate), run, valueDate, paidMinor: `${paid}`, lateInterestMinor }];
  });
}

/** What is on its way and therefore not unpaid: reserved, queued, or paid early and waiting to be delivered. */
function underway(state: ReportState, settlements: Settlements): Map<number, bigint> {
  const sums = new Map<number, bigint>();
  const add = (receivable: number, amount: bigint) =>
    sums.set(receivable, (sums.get(receivable) ?? 0n) + amount);
  for (const its of settlements) {
    add(its.receivable, BigInt(its.waitingMinor) + BigInt(its.differenceMinor));
  }
  for (const row of state.source.rows("queued_run")) {
    add(Number(row["receivable_id"]), BigInt(String(row["amount_minor"])));
  }
  for (const row of state.source.rows("early_payment")) {
    if (row["state"] !== "waits") continue;
    const receivable = Number(BigInt(String(row["certificate_id"])) >> 32n);
    add(receivable, BigInt(String(row["face_minor"])));
  }
  return sums;
}

function marksOf(state: ReportState): Late["marks"] {
  const marks: Late["marks"] = [];
  const open = new Map<number, Late["marks"][number]>();
  for (const { name, args, time } of state.events) {
    if (!name.startsWith("settlementRuns.Overdue")) continue;
    const receivable = args.number("receivable");
    const last = open.get(receivable);
    if (last !== undefined) last.until = instantOf(time);
    open.delete(receivable);
    if (name.endsWith("Cleared")) continue;
    const mark = {
      receivable,
      obligor: args.number("obligor"),
      from: instantOf(time),
      until: null,
    };
    open.set(receivable, mark);
    marks.push(mark);
  }
  return marks;
}

function interestOwedOf({ source, certificates }: ReportState): Late["interestOwedMinor"] {
  const owed = rowsOf(
    source,
    "late_interest",
    (row) => ({ id: row.int("certificate_id"), owed: row.int("owed_minor") }),
    ({ id }) => id,
  );
  return grouped(
    owed.filter((row) => row.owed > 0n),
    ({ id }) => [certificates.get(id)?.currency ?? ""] as const,
  ).map(([[currency], rows]) => ({ currency, amountMinor: `${sumBy(rows, (row) => row.owed)}` }));
}

/** What was paid after its due day, what is unpaid after it, and since when the ledger says so. */
export function lateOf(state: ReportState, settlements: Settlements): Late {
  const pending = underway(state, settlements);
  const unpaid = [...state.receivables.values()].flatMap((its) => {
    const rest = its.live - (pending.get(its.id) ?? 0n);
    if (its.dueDate >= state.today || rest <= 0n) return [];
    const markedAt = instantOf(its.overdueSince);
    return [{ ...headOf(its, state.today), unpaidMinor: `${rest}`, markedAt }];
  });
  return {
    paid: paidOf(state),
    unpaid,
    marks: marksOf(state),
    interestOwedMinor: interestOwedOf(state),
  };
}
