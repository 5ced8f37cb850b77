import { dataTable } from "../dataTable.ts";
import type { Markup } from "../markup.ts";
import type { Page } from "../Page.ts";
import { type Section, sectionOf } from "../sectionOf.ts";

function paidTable(page: Page): Markup {
  const { report, words } = page;
  return dataTable(
    page,
    words.heading("paidLate"),
    [
      { head: "receivable" },
      { head: "obligor" },
      { head: "dueDate" },
      { head: "valueDate" },
      { head: "daysLate", isNumber: true },
      { head: "paid", isNumber: true },
      { head: "interest", isNumber: true },
    ],
    report.late.paid,
    (its) => [
      `${its.receivable}`,
      page.member(its.obligor),
      its.dueDate,
      its.valueDate,
      `${its.daysLate}`,
      page.money(its.paidMinor, its.currency),
      page.money(its.lateInterestMinor, its.currency),
    ],
  );
}

function unpaidTable(page: Page): Markup {
  const { report, words } = page;
  return dataTable(
    page,
    words.heading("unpaidLate"),
    [
      { head: "receivable" },
      { head: "obligor" },
      { head: "dueDate" },
      { head: "daysLate", isNumber: true },
      { head: "unpaid", isNumber: true },
      { head: "markedAt" },
    ],
    report.late.unpaid,
    (its) => [
      `${its.receivable}`,
      page.member(its.obligor),
      its.dueDate,
      `${its.daysLate}`,
      page.money(its.unpaidMinor, its.currency),
      page.at(its.markedAt),
    ],
  );
}

/** What was paid late, and what is unpaid. */
export function latePage(page: Page): Section {
  const { report, words } = page;
  const marks = dataTable(
    page,
    words.heading("marks"),
    [{ head: "receivable" }, { head: "obligor" }, { head: "from" }, { head: "until" }],
    report.late.marks,
    (its) => [
      `${its.receivable}`,
      page.member(its.obligor),
      page.at(its.from),
      page.period(its.until),
    ],
  );
  const owed = dataTable(
    page,
    words.heading("owed"),
    [{ head: "currency" }, { head: "interest", isNumber: true }],
    report.late.interestOwedMinor,
    ({ currency, amountMinor }) => [currency, page.amount(amountMinor, currency)],
  );
  return sectionOf(page, "late", "", [unpaidTable(page), paidTable(page), owed, marks]);
}
