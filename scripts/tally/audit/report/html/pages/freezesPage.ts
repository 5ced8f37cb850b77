import { dataTable } from "../dataTable.ts";
import { markup } from "../markup.ts";
import type { Page } from "../Page.ts";
import { type Section, sectionOf } from "../sectionOf.ts";

/** Legal freezes and releases. */
export function freezesPage(page: Page): Section {
  const { report, words } = page;
  const table = dataTable(
    page,
    { heard: words.heading("freezes") },
    [
      { head: "certificate" },
      { head: "kind" },
      { head: "live", isNumber: true },
      { head: "proposed" },
      { head: "confirmed" },
      { head: "document" },
    ],
    report.freezes,
    (its) => [
      page.certificate(its.certificate),
      words.term(its.freezes ? "freeze" : "release"),
      its.currency === "" ? "–" : page.money(its.valueMinor, its.currency),
      markup`${page.at(its.proposedAt)} ${page.member(its.proposedBy)}`,
      its.confirmedBy === null
        ? "–"
        : markup`${page.at(its.confirmedAt)} ${page.member(its.confirmedBy)}`,
      page.hash(its.documentDigest),
    ],
  );
  return sectionOf(page, "freezes", "", [table]);
}
