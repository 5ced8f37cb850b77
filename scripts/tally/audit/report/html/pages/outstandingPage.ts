import type { AuditReport } from "../../auditReport.ts";
import { grouped } from "../../grouped.ts";
import { type Bar, barChart } from "../barChart.ts";
import { dataTable } from "../dataTable.ts";
import type { Markup } from "../markup.ts";
import type { Page } from "../Page.ts";
import { type Section, sectionOf } from "../sectionOf.ts";

interface Line {
  readonly currency: string;
  readonly certificates: number;
  readonly amountMinor: string;
}

function charts<Item extends Line>(
  page: Page,
  title: string,
  lines: readonly Item[],
  nameOf: (line: Item) => string,
): Markup[] {
  return grouped(lines, ({ currency }) => [currency] as const).map(([[currency], items]) => {
    const bars = items.map((line): Bar => {
      const figure = page.money(line.amountMinor, currency);
      const label = `${page.words.column("certificates")} ${line.certificates}`;
      const part = { tone: "live", label, amount: BigInt(line.amountMinor), figure };
      return { name: nameOf(line), figure, parts: [part] };
    });
    return barChart(`${title}, ${currency}`, bars, []);
  });
}

function byValue(
  left: AuditReport["outstanding"]["holders"][number],
  right: AuditReport["outstanding"]["holders"][number],
): number {
  const more = BigInt(right.amountMinor) - BigInt(left.amountMinor);
  return more > 0n ? 1 : more < 0n ? -1 : 0;
}

/** Live value by tier, by month and by holder. */
export function outstandingPage(page: Page): Section {
  const { report, words } = page;
  const { tiers, months, holders } = report.outstanding;
  const table = dataTable(
    page,
    words.heading("holders"),
    [
      { head: "holder" },
      { head: "currency" },
      { head: "certificates", isNumber: true },
      { head: "live", isNumber: true },
      { head: "financed", isNumber: true },
      { head: "held", isNumber: true },
      { head: "pledged", isNumber: true },
      { head: "frozen", isNumber: true },
    ],
    holders.toSorted(byValue),
    (its) => [
      page.member(its.holder),
      its.currency,
      page.count(its.certificates),
      page.amount(its.amountMinor, its.currency),
      page.amount(its.financedMinor, its.currency),
      page.amount(its.heldMinor, its.currency),
      page.amount(its.pledgedMinor, its.currency),
      page.amount(its.frozenMinor, its.currency),
    ],
  );
  return sectionOf(page, "outstanding", "", [
    ...charts(page, words.heading("tiers"), tiers, ({ tier }) => words.say("tierOf", { tier })),
    ...charts(page, words.heading("months"), months, ({ month }) => month),
    table,
  ]);
}
