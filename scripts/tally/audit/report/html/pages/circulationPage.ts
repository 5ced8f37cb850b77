import { dataTable } from "../dataTable.ts";
import type { Page } from "../Page.ts";
import { type Section, sectionOf } from "../sectionOf.ts";

/** Receivables that were split or passed on further than usual. */
export function circulationPage(page: Page): Section {
  const { report, words } = page;
  const beyond = dataTable(
    page,
    { heard: words.heading("circulation") },
    [
      { head: "receivable" },
      { head: "obligor" },
      { head: "serials", isNumber: true },
      { head: "tier", isNumber: true },
      { head: "warnLevel" },
    ],
    report.circulation.beyond,
    (its) => [
      `${its.receivable}`,
      page.member(its.obligor),
      page.count(its.serials),
      `${its.tier}`,
      `${words.column("serials")} ${page.count(its.warnSplits)}, ${words.column("tier")} ${its.warnTier}`,
    ],
  );
  const warnings = dataTable(
    page,
    words.heading("warnings"),
    [
      { head: "at" },
      { head: "block", isNumber: true },
      { head: "certificate" },
      { head: "serials", isNumber: true },
      { head: "tier", isNumber: true },
    ],
    report.circulation.warnings,
    (its) => [
      page.at(its.at),
      `${its.block}`,
      page.certificate(its.certificate),
      page.count(its.serials),
      `${its.tier}`,
    ],
  );
  return sectionOf(page, "circulation", "", [beyond, warnings]);
}
