import { type BarPart, barChart } from "../barChart.ts";
import { dataTable } from "../dataTable.ts";
import type { Page } from "../Page.ts";
import { type Section, sectionOf } from "../sectionOf.ts";

/** What was issued, and that it is all still there. */
export function valuePage(page: Page): Section {
  const { report, words } = page;
  const part = (
    tone: "live" | "settled" | "retired",
    minor: string,
    currency: string,
  ): BarPart => ({
    tone,
    label: words.column(tone),
    amount: BigInt(minor),
    figure: page.money(minor, currency),
  });
  const charts = report.totals.map(
    ({ currency, issuedMinor, liveMinor, settledMinor, retiredMinor }) => {
      const parts = [
        part("live", liveMinor, currency),
        part("settled", settledMinor, currency),
        part("retired", retiredMinor, currency),
      ];
      const bar = {
        name: words.column("issued"),
        figure: page.money(issuedMinor, currency),
        parts,
      };
      return barChart(currency, [bar], parts);
    },
  );
  const table = dataTable(
    page,
    { heard: words.heading("value") },
    [
      { head: "currency" },
      { head: "receivables", isNumber: true },
      { head: "issued", isNumber: true },
      { head: "live", isNumber: true },
      { head: "settled", isNumber: true },
      { head: "retired", isNumber: true },
      { head: "waiting", isNumber: true },
    ],
    report.totals,
    (its) => [
      its.currency,
      page.count(its.receivables),
      page.amount(its.issuedMinor, its.currency),
      page.amount(its.liveMinor, its.currency),
      page.amount(its.settledMinor, its.currency),
      page.amount(its.retiredMinor, its.currency),
      page.amount(its.waitingMinor, its.currency),
    ],
  );
  return sectionOf(page, "value", words.heading("valueLead"), [...charts, table]);
}
