import { dataTable } from "../dataTable.ts";
import { markup } from "../markup.ts";
import type { Page } from "../Page.ts";
import { type Section, sectionOf } from "../sectionOf.ts";

/** Rows of the annex of receivables; the JSON has all. */
const mostReceivables = 5_000;

function receivables(page: Page): Section {
  const { report, words } = page;
  const table = dataTable(
    page,
    { heard: words.heading("annexValue") },
    [
      { head: "number" },
      { head: "obligor" },
      { head: "state" },
      { head: "dueDate" },
      { head: "amount", isNumber: true },
      { head: "live", isNumber: true },
      { head: "settled", isNumber: true },
      { head: "retired", isNumber: true },
      { head: "difference", isNumber: true },
    ],
    // What doesn't hold is seen first.
    report.conservation.receivables.toSorted(
      (left, right) => Number(left.holds) - Number(right.holds),
    ),
    (its) => {
      const difference = page.amount(its.differenceMinor, its.currency);
      return [
        `${its.receivable}`,
        page.member(its.obligor),
        words.term(its.state),
        its.dueDate,
        page.money(its.amountMinor, its.currency),
        page.amount(its.liveMinor, its.currency),
        page.amount(its.settledMinor, its.currency),
        page.amount(its.retiredMinor, its.currency),
        its.holds ? difference : markup`<span class="bad">${difference}</span>`,
      ];
    },
    mostReceivables,
  );
  return sectionOf(page, "annexValue", "", [table]);
}

function members(page: Page): Section {
  const { report, words } = page;
  const table = dataTable(
    page,
    { heard: words.heading("annexMembers") },
    [
      { head: "number" },
      { head: "name" },
      { head: "role" },
      { head: "reason" },
      { head: "digest" },
      { head: "from" },
    ],
    report.members,
    (its) => [
      `${its.member}`,
      its.name ?? "–",
      its.roles.map((role) => words.term(role)).join(", "),
      its.suspensions.map((reason) => words.term(reason)).join(", "),
      page.hash(its.identityDigest),
      page.at(its.admittedAt),
    ],
  );
  return sectionOf(page, "annexMembers", "", [table]);
}

function ledger(page: Page): Section {
  const { report, words } = page;
  const contracts = dataTable(
    page,
    words.column("contract"),
    [{ head: "contract" }, { head: "account" }],
    report.scope.ledger.contracts,
    ({ name, address }) => [name, markup`<code>${address}</code>`],
  );
  const digests = dataTable(
    page,
    words.heading("digests"),
    [{ head: "table" }, { head: "rows", isNumber: true }, { head: "digest" }],
    report.digests.tables,
    (its) => [its.table, page.count(its.rows), page.hash(its.digest)],
  );
  return sectionOf(page, "annexLedger", "", [contracts, digests]);
}

/** What is looked up rather than read. */
export function annexPages(page: Page): Section[] {
  return [receivables(page), members(page), ledger(page)];
}
