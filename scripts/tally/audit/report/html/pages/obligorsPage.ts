import { ageBuckets } from "../../ageBuckets.ts";
import type { AuditReport } from "../../auditReport.ts";
import { grouped } from "../../grouped.ts";
import { type BarPart, barChart } from "../barChart.ts";
import { bucketName } from "../bucketName.ts";
import { dataTable } from "../dataTable.ts";
import type { Markup } from "../markup.ts";
import type { Page } from "../Page.ts";
import { type Section, sectionOf } from "../sectionOf.ts";

type Obligor = AuditReport["obligors"][number];

const mostBars = 20;

function partsOf({ ageing, currency }: Obligor, page: Page): BarPart[] {
  return ageing.map(({ bucket, amountMinor }) => ({
    tone: bucket,
    label: bucketName(bucket, page.words),
    amount: BigInt(amountMinor),
    figure: page.money(amountMinor, currency),
  }));
}

function chartOf(currency: string, obligors: readonly Obligor[], page: Page): Markup {
  const owing = obligors.filter(({ liveMinor }) => liveMinor !== "0").slice(0, mostBars);
  const bars = owing.map((its) => ({
    name: page.member(its.obligor),
    figure: page.money(its.liveMinor, currency),
    parts: partsOf(its, page),
  }));
  const [first] = bars;
  return barChart(`${page.words.heading("obligors")}, ${currency}`, bars, first?.parts ?? []);
}

function sumsTable(page: Page): Markup {
  const { report, words } = page;
  return dataTable(
    page,
    { heard: words.column("obligor") },
    [
      { head: "obligor" },
      { head: "currency" },
      { head: "issued", isNumber: true },
      { head: "live", isNumber: true },
      { head: "pastDue", isNumber: true },
      { head: "overdue", isNumber: true },
      { head: "inUse", isNumber: true },
      { head: "limit", isNumber: true },
    ],
    report.obligors,
    (its) => [
      page.member(its.obligor),
      its.currency,
      page.amount(its.issuedMinor, its.currency),
      page.amount(its.liveMinor, its.currency),
      page.amount(its.pastDueMinor, its.currency),
      page.amount(its.overdueMinor, its.currency),
      page.amount(its.inUseMinor, its.currency),
      page.amount(its.limitMinor, its.currency),
    ],
  );
}

function ageingTable(side: "due" | "late", page: Page): Markup {
  const { report, words } = page;
  const buckets = ageBuckets.filter((bucket) => bucket.startsWith(side));
  const columns = buckets.map((bucket) => ({
    head: { text: bucketName(bucket, words) },
    isNumber: true,
  }));
  return dataTable(
    page,
    words.heading(side === "due" ? "dueLater" : "dueBefore"),
    [{ head: "obligor" }, { head: "currency" }, ...columns],
    report.obligors,
    (its) => [
      page.member(its.obligor),
      its.currency,
      ...its.ageing
        .filter(({ bucket }) => bucket.startsWith(side))
        .map(({ amountMinor }) => page.amount(amountMinor, its.currency)),
    ],
  );
}

/** What each obligor owes, and by when it is due. */
export function obligorsPage(page: Page): Section {
  const { report, words } = page;
  const charts = grouped(report.obligors, ({ currency }) => [currency] as const).map(
    ([[currency], obligors]) => chartOf(currency, obligors, page),
  );
  const tables = [sumsTable(page), ageingTable("due", page), ageingTable("late", page)];
  return sectionOf(page, "obligors", words.heading("obligorsLead"), [...charts, ...tables]);
}
