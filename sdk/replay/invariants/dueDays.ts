import type { Invariant } from "./invariant.ts";

/** I10: due days never move. */
export function dueDays(): Invariant {
  return {
    id: "I10",
    afterBlock(tables, report) {
      for (const { before, after, event } of tables.changes.of("receivable")) {
        if (before === undefined) continue;
        report({
          holds: before["due_date"] === after?.["due_date"],
          sentence: () => `Receivable ${before["receivable_id"]} keeps its due day`,
          field: "due_date",
          expected: before["due_date"],
          actual: after?.["due_date"],
          event,
        });
      }
    },
  };
}
