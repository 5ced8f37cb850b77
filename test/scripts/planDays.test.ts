import { createReadStream, existsSync } from "node:fs";
import { join } from "node:path";
import { type ReceivableRow, readReceivablesCsv } from "@tallystick/sdk";
import { expect } from "chai";
import { planDays } from "../../scripts/demo/planDays.ts";

const data = process.env["TALLYSTICK_DATA"] ?? join(import.meta.dirname, "../../../shared/data");
const realTable = join(data, "receivables/accounts-receivable.csv");

async function rowsOf(file: string): Promise<ReceivableRow[]> {
  const rows: ReceivableRow[] = [];
  for await (const entry of readReceivablesCsv(createReadStream(file), { currency: "CNY" }))
    if (entry.kind === "row") rows.push(entry);
  return rows;
}

/** What the plan leads to when every suspension lasts as long as something of a customer is overdue. */
function outcomeOf(rows: readonly ReceivableRow[]) {
  const overdue = new Map<string, number>();
  const open = new Set<unknown>();
  const count = { suspended: 0, confirmed: 0, settled: 0, overdue: 0 };
  const late = new Set<unknown>();
  const settle = (row: ReceivableRow) => {
    open.delete(row);
    count.settled += 1;
    if (late.delete(row)) overdue.set(row.customerId, (overdue.get(row.customerId) ?? 0) - 1);
  };
  for (const day of planDays(rows)) {
    for (const { row } of day.overdue.filter((each) => open.has(each.row))) {
      late.add(row);
      count.overdue += 1;
      overdue.set(row.customerId, (overdue.get(row.customerId) ?? 0) + 1);
    }
    for (const { row } of day.settle.filter((each) => open.has(each.row))) settle(row);
    for (const { row, settleDay } of day.issue) {
      if ((overdue.get(row.customerId) ?? 0) > 0) {
        count.suspended += 1;
        continue;
      }
      count.confirmed += 1;
      open.add(row);
      if (settleDay === day.day) settle(row);
    }
  }
  return count;
}

describe("the plan of a table's days", () => {
  it("marks overdue, settles and issues in this order, on days in this order", async () => {
    const rows = await rowsOf(join(import.meta.dirname, "../fixtures/receivables/small-life.csv"));
    const days = planDays(rows);
    expect(days.map(({ day }) => day)).to.deep.equal(
      days.map(({ day }) => day).toSorted((a, b) => a - b),
    );
    // 2002 falls into the days in which 2001 is overdue; 3003 is never paid.
    expect(outcomeOf(rows)).to.deep.equal({ suspended: 1, confirmed: 6, settled: 5, overdue: 2 });
  });

  it("leads to the known figures of the real table", async function () {
    if (!existsSync(realTable)) this.skip();
    const outcome = outcomeOf(await rowsOf(realTable));
    expect(outcome).to.deep.equal({ suspended: 30, confirmed: 1875, settled: 1875, overdue: 254 });
  });
});
