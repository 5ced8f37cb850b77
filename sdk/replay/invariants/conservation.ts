import type { MemoryTables } from "../MemoryTables.ts";
import { amountOf } from "./amountOf.ts";
import type { Invariant, Report } from "./invariant.ts";
import { Sums } from "./Sums.ts";

const circulating: ReadonlySet<unknown> = new Set(["accepted", "discharged"]);

/** I1: per receivable, live certificate value + settled + retired = confirmed amount. */
export function conservation(): Invariant {
  const live = new Sums<bigint>();

  function check(tables: MemoryTables, id: bigint, report: Report): void {
    const row = tables.row("receivable", { receivable_id: id });
    const { event } = tables.changes.find("receivable", id) ?? tables.changes;
    const stated = amountOf(row, "live_minor");
    const sum = live.of(id);
    report({
      holds: row !== undefined && stated === sum,
      sentence: () => `The certificates of receivable ${id} add up to what is live of it`,
      field: "live_minor",
      expected: sum,
      actual: stated,
      event,
    });
    const total = stated + amountOf(row, "settled_minor") + amountOf(row, "retired_minor");
    const amount = circulating.has(row?.["state"]) ? amountOf(row, "amount_minor") : 0n;
    report({
      holds: total === amount,
      sentence: () => `Live, settled and retired value of receivable ${id} is its amount`,
      field: "amount_minor",
      expected: amount,
      actual: total,
      event,
    });
    report({
      holds: row?.["state"] !== "discharged" || stated === 0n,
      sentence: () => `Nothing of receivable ${id} is live once it is discharged`,
      field: "live_minor",
      expected: 0n,
      actual: stated,
      event,
    });
  }

  return {
    id: "I1",
    afterBlock(tables, report) {
      const touched = new Set<bigint>();
      for (const { before, after } of tables.changes.of("certificate")) {
        const id = amountOf(after ?? before, "receivable_id");
        live.add(id, amountOf(after, "value_minor") - amountOf(before, "value_minor"));
        touched.add(id);
      }
      for (const { before, after } of tables.changes.of("receivable")) {
        touched.add(amountOf(after ?? before, "receivable_id"));
      }
      for (const id of touched) check(tables, id, report);
    },
    restore(tables) {
      live.clear();
      for (const row of tables.rows("certificate")) {
        live.add(amountOf(row, "receivable_id"), amountOf(row, "value_minor"));
      }
    },
  };
}
