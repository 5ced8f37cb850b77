import { naturalLoss } from "../../goods/naturalLoss.ts";
import type { MemoryTables } from "../MemoryTables.ts";
import type { RowChange } from "../RowChanges.ts";
import { amountOf } from "./amountOf.ts";
import type { Invariant, Report } from "./invariant.ts";
import { Sums } from "./Sums.ts";

function checkLot(tables: MemoryTables, change: RowChange, receipts: bigint, report: Report): void {
  const { before, after, event } = change;
  if (after === undefined) return;
  const [live, measured] = [amountOf(after, "live"), amountOf(after, "measured")];
  const most = measured + naturalLoss(live, Number(after["loss_basis_points"]));
  const isMarked = after["short_since"] instanceof Date;
  if (!isMarked || !(before?.["short_since"] instanceof Date)) {
    report({
      holds: live <= most,
      sentence: () => `Receipts of lot ${after["lot_id"]} are covered by goods and natural loss`,
      field: "live",
      expected: `at most ${most}`,
      actual: live,
      event,
      ...(isMarked ? { code: "short" } : {}),
    });
  }
  report({
    holds: receipts === live,
    sentence: () => `The receipts of lot ${after["lot_id"]} add up to what is live of it`,
    field: "live",
    expected: receipts,
    actual: live,
    event,
  });
  const location = tables.row("location", { location_id: after["location_id"] });
  report({
    holds: location?.["custodian"] === after["custodian"],
    sentence: () => `Lot ${after["lot_id"]} and its location have one custodian`,
    field: "custodian",
    expected: location?.["custodian"],
    actual: after["custodian"],
    event,
  });
}

function checkLocation({ before, after, event }: RowChange, lots: bigint, report: Report): void {
  if (after === undefined) return;
  const [capacity, measured] = [amountOf(after, "capacity"), amountOf(after, "measured")];
  const isMarked = after["over_capacity"] === true;
  if (!isMarked || before?.["over_capacity"] !== true) {
    report({
      holds: measured <= capacity,
      sentence: () => `Location ${after["location_id"]} holds no more than fits into it`,
      field: "measured",
      expected: `at most ${capacity}`,
      actual: measured,
      event,
      ...(isMarked ? { code: "short" } : {}),
    });
  }
  report({
    holds: lots === measured,
    sentence: () => `The lots of location ${after["location_id"]} add up to what it holds`,
    field: "measured",
    expected: lots,
    actual: measured,
    event,
  });
}

/**
 * I6: per lot, live receipts <= measured quantity plus natural loss; per location, measured quantity <= capacity, one
 * custodian; unless marked short.
 */
export function stock(): Invariant {
  const receipts = new Sums<bigint>();
  const lots = new Sums<bigint>();
  return {
    id: "I6",
    afterBlock(tables, report) {
      for (const { before, after } of tables.changes.of("receipt")) {
        const by = amountOf(after, "quantity") - amountOf(before, "quantity");
        receipts.add(amountOf(after ?? before, "lot_id"), by);
      }
      for (const change of tables.changes.of("lot")) {
        const { before, after } = change;
        const by = amountOf(after, "measured") - amountOf(before, "measured");
        lots.add(amountOf(after ?? before, "location_id"), by);
        checkLot(tables, change, receipts.of(amountOf(after, "lot_id")), report);
      }
      for (const change of tables.changes.of("location")) {
        checkLocation(change, lots.of(amountOf(change.after, "location_id")), report);
      }
    },
    restore(tables) {
      receipts.clear();
      lots.clear();
      for (const row of tables.rows("receipt"))
        receipts.add(amountOf(row, "lot_id"), amountOf(row, "quantity"));
      for (const row of tables.rows("lot"))
        lots.add(amountOf(row, "location_id"), amountOf(row, "measured"));
    },
  };
}
