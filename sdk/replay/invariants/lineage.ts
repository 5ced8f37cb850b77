import type { MemoryTables } from "../MemoryTables.ts";
import type { RowChange } from "../RowChanges.ts";
import { amountOf } from "./amountOf.ts";
import type { Invariant, Report } from "./invariant.ts";

const inherited = ["obligor", "currency", "due_date"] as const;

function checkPlace(tables: MemoryTables, { after, event }: RowChange, report: Report): void {
  const id = amountOf(after, "certificate_id");
  const receivable = tables.row("receivable", { receivable_id: id >> 32n });
  for (const field of inherited) {
    report({
      holds: receivable !== undefined && receivable[field] === after?.[field],
      sentence: () => `Certificate ${id} has the ${field} of its receivable`,
      field,
      expected: receivable?.[field],
      actual: after?.[field],
      event,
    });
  }
}

function checkParent(tables: MemoryTables, { after, event }: RowChange, report: Report): void {
  const [id, parentId] = [amountOf(after, "certificate_id"), after?.["parent_id"]];
  const cause = after?.["cause"];
  const isRoot = parentId === null || parentId === undefined;
  const parent = isRoot ? undefined : tables.row("certificate", { certificate_id: parentId });
  const tier = isRoot ? 1n : amountOf(parent, "tier") + (cause === "circulation" ? 1n : 0n);
  // A split to self keeps the parent and tier of what it was split from.
  const source = cause === "split" ? amountOf(after, "split_from") : undefined;
  const from =
    source === undefined ? undefined : tables.row("certificate", { certificate_id: source });
  const expected = from === undefined ? tier : amountOf(from, "tier");
  report({
    holds: (isRoot || parent !== undefined) && expected === amountOf(after, "tier"),
    sentence: () => `Certificate ${id} is at its parent's tier, or one below when it was passed`,
    field: "tier",
    expected,
    actual: after?.["tier"],
    event,
  });
  if (isRoot) return;
  const slot = amountOf(parent, "receivable_id");
  report({
    holds: slot === id >> 32n,
    sentence: () => `Certificate ${id} is of its parent's receivable`,
    field: "parent_id",
    expected: id >> 32n,
    actual: slot,
    event,
  });
}

/** I2: a child has its parent's obligor, currency and due day; its tier is its parent's, plus one when it was passed. */
export function lineage(): Invariant {
  return {
    id: "I2",
    afterBlock(tables, report) {
      for (const change of tables.changes.of("certificate")) {
        if (change.after === undefined) continue;
        checkPlace(tables, change, report);
        if (change.before === undefined) checkParent(tables, change, report);
      }
    },
  };
}
