import type { AuditReport } from "../auditReport.ts";
import { grouped } from "../grouped.ts";
import { instantOf } from "../instantOf.ts";
import type { ReportState } from "../state/readState.ts";
import { rowsOf } from "../state/rowsOf.ts";
import { sumBy } from "../sumBy.ts";
import { usesOf } from "./usesOf.ts";

type Duplicates = AuditReport["duplicates"];

function retirementsOf({ source, certificates }: ReportState): Duplicates["retirements"] {
  const rows = rowsOf(
    source,
    "retirement",
    (row) => ({ key: row.text("retirement_id"), row }),
    ({ key }) => key,
  );
  return rows.map(({ row }) => ({
    certificate: `${row.int("certificate_id")}`,
    obligor: row.number("obligor"),
    holder: row.number("holder"),
    currency: certificates.get(row.int("certificate_id"))?.currency ?? "",
    valueMinor: `${row.int("value_minor")}`,
    billTag: row.text("bill_tag"),
    from: `${row.int("range_from")}`,
    to: `${row.int("range_to")}`,
    at: instantOf(row.time("retired_at")),
  }));
}

function creditNotesOf({ source, receivables }: ReportState): Duplicates["creditNotes"] {
  const rows = rowsOf(
    source,
    "credit_note",
    (row) => ({ key: row.text("credit_note_id"), row }),
    ({ key }) => key,
  );
  return rows.map(({ row }) => ({
    receivable: row.number("receivable_id"),
    currency: receivables.get(row.number("receivable_id"))?.currency ?? "",
    amountMinor: `${row.int("amount_minor")}`,
    by: row.number("recorded_by"),
    at: instantOf(row.time("recorded_at")),
  }));
}

const ended = new Set(["rejected", "voided", "expired"]);

/** What the chain shows of things that were, or could have been, used twice. Attempts that were refused leave no trace on it. */
export function duplicatesOf(state: ReportState): Duplicates {
  const given = [...state.receivables.values()].filter((its) => ended.has(its.state));
  return {
    ...usesOf(state),
    retirements: retirementsOf(state),
    creditNotes: creditNotesOf(state),
    ended: grouped(given, (its) => [its.state, its.currency] as const).map(
      ([[name, currency], items]) => {
        const amountMinor = `${sumBy(items, ({ amount }) => amount)}`;
        return { state: name, currency, receivables: items.length, amountMinor };
      },
    ),
  };
}
