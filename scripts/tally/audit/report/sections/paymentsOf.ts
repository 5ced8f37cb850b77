import type { AuditReport } from "../auditReport.ts";
import { grouped } from "../grouped.ts";
import { instantOf } from "../instantOf.ts";
import type { ReportState } from "../state/readState.ts";
import { rowsOf } from "../state/rowsOf.ts";
import { sumBy } from "../sumBy.ts";
import { settlementsOf } from "./settlementsOf.ts";

type Payments = AuditReport["payments"];

function unmatchedOf({ source }: ReportState): Payments["unmatched"] {
  return rowsOf(
    source,
    "unmatched_payment",
    (row) => ({
      unmatched: row.number("unmatched_id"),
      bank: row.number("bank"),
      currency: row.text("currency"),
      amountMinor: `${row.int("amount_minor")}`,
      excess: row.flag("excess"),
      instruction: row.numberOrNone("instruction_id") ?? null,
      matchedInstruction: row.numberOrNone("matched_instruction") ?? null,
      recordedAt: instantOf(row.time("recorded_at")),
    }),
    ({ unmatched }) => unmatched,
  );
}

/** What banks were told to pay, what they attested, and where it went. */
export function paymentsOf(state: ReportState): Payments {
  const instructions = [...state.instructions.values()];
  const totals = grouped(
    instructions,
    (its) => [its.bank, its.currency, its.kind, its.state] as const,
  ).map(([[bank, currency, kind, stands], items]) => {
    const amountMinor = `${sumBy(items, ({ paid, amount }) => paid ?? amount)}`;
    return { bank, currency, kind, state: stands, instructions: items.length, amountMinor };
  });
  const contested = instructions
    .filter(({ contestedBy }) => contestedBy.length > 0)
    .map(({ id, contestedBy }) => ({ instruction: id, by: [...contestedBy] }));
  return { totals, settlements: settlementsOf(state), unmatched: unmatchedOf(state), contested };
}
