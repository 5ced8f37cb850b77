import type { AuditReport } from "../../auditReport.ts";
import { grouped } from "../../grouped.ts";
import { type Bar, barChart } from "../barChart.ts";
import { dataTable } from "../dataTable.ts";
import { type Markup, markup } from "../markup.ts";
import type { Page } from "../Page.ts";
import { type Section, sectionOf } from "../sectionOf.ts";

type Financing = AuditReport["financing"]["financings"][number];

function chartsOf(page: Page): Markup[] {
  const { report, words } = page;
  return grouped(report.financing.totals, ({ currency }) => [currency] as const).map(
    ([[currency], totals]) => {
      const bars = totals.map((its): Bar => {
        const label = words.say(its.recourse ? "withRecourse" : "withoutRecourse");
        const figure = page.money(its.outstandingMinor, currency);
        const tone = its.recourse ? "with" : "without";
        const part = { tone, label, amount: BigInt(its.outstandingMinor), figure };
        return { name: label, figure, parts: [part] };
      });
      return barChart(`${words.heading("bought")}, ${currency}`, bars, []);
    },
  );
}

function totalsTable(page: Page): Markup {
  const { report, words } = page;
  return dataTable(
    page,
    { heard: words.column("financed") },
    [
      { head: "kind" },
      { head: "currency" },
      { head: "counted", isNumber: true },
      { head: "value", isNumber: true },
      { head: "principal", isNumber: true },
      { head: "live", isNumber: true },
      { head: "claim", isNumber: true },
    ],
    report.financing.totals,
    (its) => [
      words.say(its.recourse ? "withRecourse" : "withoutRecourse"),
      its.currency,
      page.count(its.financings),
      page.amount(its.valueMinor, its.currency),
      page.amount(its.principalMinor, its.currency),
      page.amount(its.outstandingMinor, its.currency),
      page.amount(its.claimMinor, its.currency),
    ],
  );
}

function againstOf({ against }: Financing, page: Page): string {
  if (against.length === 0) return page.words.say("noEvidenceAgainst");
  return against.map((code) => page.words.term(code)).join(", ");
}

function eachTable(page: Page): Markup {
  const { report, words } = page;
  return dataTable(
    page,
    words.heading("evidence"),
    [
      { head: "number" },
      { head: "seller" },
      { head: "financier" },
      { head: "certificate" },
      { head: "value", isNumber: true },
      { head: "transferred" },
      { head: "registered" },
      { head: "bankReference" },
      { head: "against" },
    ],
    report.financing.financings,
    (its) => [
      `${its.financing}`,
      page.member(its.seller),
      page.member(its.financier),
      page.certificate(its.child ?? its.certificate),
      page.money(its.valueMinor, its.currency),
      page.at(its.evidence.transferredAt),
      markup`${page.at(its.evidence.registeredAt)} ${page.hash(its.evidence.registryNumber)}`,
      markup`${its.evidence.valueDate ?? "–"} ${page.hash(its.evidence.bankReference)}`,
      againstOf(its, page),
    ],
  );
}

/** What was bought, and the evidence of it. */
export function financingPage(page: Page): Section {
  const parts = [...chartsOf(page), totalsTable(page), eachTable(page)];
  return sectionOf(page, "financing", page.words.heading("financingLead"), parts);
}
