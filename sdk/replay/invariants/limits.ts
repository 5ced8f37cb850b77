import type { Row } from "../replayTables.ts";
import { amountOf } from "./amountOf.ts";
import type { Invariant } from "./invariant.ts";
import { Sums } from "./Sums.ts";

const keyOf = (row: Row | undefined): string => `${row?.["obligor"]} ${row?.["currency"]}`;

/** I4: per obligor and currency, what is open of confirmed receivables is within the limit at the time of confirmation. */
export function limits(): Invariant {
  const open = new Sums<string>();
  return {
    id: "I4",
    afterEvent(tables, event, report) {
      if (event.contract !== "receivables" || event.name !== "ReceivableConfirmed") return;
      const row = tables.row("receivable", { receivable_id: event.args["receivable"] });
      const set = tables.row("obligor_limit", {
        obligor: row?.["obligor"],
        currency: row?.["currency"],
      });
      const [limit, ceiling] = [amountOf(set, "limit_minor"), amountOf(set, "ceiling_minor")];
      const inUse = amountOf(set, "in_use_minor");
      report({
        holds: inUse <= limit && inUse <= ceiling,
        sentence: () =>
          `Receivable ${event.args["receivable"]} was confirmed within its obligor's limit`,
        field: "in_use_minor",
        expected: `at most ${limit}, and at most ${ceiling}`,
        actual: inUse,
        event,
      });
    },
    afterBlock(tables, report) {
      const touched = new Map<string, Row>();
      for (const { before, after } of tables.changes.of("receivable")) {
        const row = after ?? before;
        if (row === undefined) continue;
        open.add(keyOf(row), amountOf(after, "open_minor") - amountOf(before, "open_minor"));
        touched.set(keyOf(row), row);
      }
      for (const [key, { obligor, currency }] of touched) {
        const row = tables.row("obligor_limit", { obligor, currency });
        const { event } =
          tables.changes.find("obligor_limit", `${obligor}\u0000${currency}`) ?? tables.changes;
        report({
          holds: amountOf(row, "in_use_minor") === open.of(key),
          sentence: () => `What obligor ${obligor} has open in ${currency} adds up`,
          field: "in_use_minor",
          expected: open.of(key),
          actual: amountOf(row, "in_use_minor"),
          event,
        });
      }
    },
    restore(tables) {
      open.clear();
      for (const row of tables.rows("receivable"))
        open.add(keyOf(row), amountOf(row, "open_minor"));
    },
  };
}
