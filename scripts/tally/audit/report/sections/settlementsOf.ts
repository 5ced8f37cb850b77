import type { AuditReport } from "../auditReport.ts";
import { grouped } from "../grouped.ts";
import type { ReportState } from "../state/readState.ts";
import { rowsOf } from "../state/rowsOf.ts";
import { sumBy } from "../sumBy.ts";

type Settlement = AuditReport["payments"]["settlements"][number];

function readRuns({ source }: ReportState) {
  return rowsOf(
    source,
    "settlement_run",
    (row) => ({
      run: row.number("run_id"),
      receivable: row.number("receivable_id"),
      instruction: row.number("instruction_id"),
      paid: row.int("paid_minor"),
      open: row.flag("open"),
    }),
    ({ run }) => run,
  );
}

function readLegs({ source }: ReportState) {
  return rowsOf(
    source,
    "settlement_leg",
    (row) => ({
      key: row.text("leg_id"),
      run: row.number("run_id"),
      state: row.text("state"),
      face: row.int("face_minor"),
      paid: row.int("to_payee_minor") + row.int("to_debtor_minor"),
    }),
    ({ key }) => key,
  );
}

function readLienPays({ source }: ReportState) {
  const changes = rowsOf(
    source,
    "lien_change",
    (row) => ({
      key: row.text("change_key"),
      run: row.numberOrNone("run_id"),
      amount: row.int("amount"),
    }),
    ({ key }) => key,
  );
  return new Map(
    grouped(
      changes.filter(({ run }) => run !== undefined),
      ({ run = 0 }) => [run] as const,
    ).map(([[run], items]) => [run, sumBy(items, ({ amount }) => amount)]),
  );
}

/** Ties what banks attested for the runs of a receivable to the legs, liens and reserves that it went to. */
export function settlementsOf(state: ReportState): Settlement[] {
  const legs = new Map(
    grouped(readLegs(state), ({ run }) => [run] as const).map(([[run], items]) => [run, items]),
  );
  const lienPays = readLienPays(state);
  return grouped(readRuns(state), ({ receivable }) => [receivable] as const).map(
    ([[receivable], runs]) => {
      const all = runs.flatMap(({ run }) => legs.get(run) ?? []);
      const settled = all.filter((leg) => leg.state === "settled");
      const paid = sumBy(runs, (run) => run.paid);
      const legsMinor = sumBy(settled, (leg) => leg.paid);
      const liens = sumBy(runs, ({ run }) => lienPays.get(run) ?? 0n);
      const freed = sumBy(
        all.filter((leg) => leg.state === "freed"),
        ({ face }) => face,
      );
      const its = state.receivables.get(receivable);
      const waiting = its?.waiting ?? 0n;
      return {
        receivable,
        currency: its?.currency ?? "",
        runs: runs.length,
        instructions: runs.map(({ instruction }) => instruction),
        paidMinor: `${paid}`,
        legs: settled.length,
        legsMinor: `${legsMinor}`,
        liensMinor: `${liens}`,
        waitingMinor: `${waiting}`,
        freedMinor: `${freed}`,
        undelivered: all.filter((leg) => leg.state === "undelivered").length,
        open: runs.some(({ open }) => open),
        differenceMinor: `${paid - legsMinor - liens - waiting - freed}`,
      };
    },
  );
}
