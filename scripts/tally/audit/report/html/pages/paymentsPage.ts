import { dataTable } from "../dataTable.ts";
import { type Markup, markup } from "../markup.ts";
import type { Page } from "../Page.ts";
import { type Section, sectionOf } from "../sectionOf.ts";

function settlementTable(page: Page): Markup {
  const { report, words } = page;
  return dataTable(
    page,
    words.heading("settlements"),
    [
      { head: "receivable" },
      { head: "currency" },
      { head: "paid", isNumber: true },
      { head: "legs", isNumber: true },
      { head: "liens", isNumber: true },
      { head: "waiting", isNumber: true },
      { head: "freed", isNumber: true },
      { head: "difference", isNumber: true },
    ],
    // What doesn't tie out is seen first.
    report.payments.settlements.toSorted(
      (left, right) => Number(left.differenceMinor === "0") - Number(right.differenceMinor === "0"),
    ),
    (its) => {
      const difference = page.amount(its.differenceMinor, its.currency);
      const isBad = its.differenceMinor !== "0" && !its.open;
      const told = its.open ? `${difference} (${words.say("openRun")})` : difference;
      return [
        `${its.receivable}`,
        its.currency,
        page.amount(its.paidMinor, its.currency),
        page.amount(its.legsMinor, its.currency),
        page.amount(its.liensMinor, its.currency),
        page.amount(its.waitingMinor, its.currency),
        page.amount(its.freedMinor, its.currency),
        isBad ? markup`<span class="bad">${told}</span>` : told,
      ];
    },
  );
}

function unmatchedTable(page: Page): Markup {
  const { report, words } = page;
  return dataTable(
    page,
    words.heading("unmatched"),
    [
      { head: "number" },
      { head: "bank" },
      { head: "amount", isNumber: true },
      { head: "at" },
      { head: "to" },
    ],
    report.payments.unmatched,
    (its) => [
      `${its.unmatched}`,
      page.member(its.bank),
      page.money(its.amountMinor, its.currency),
      page.at(its.recordedAt),
      its.matchedInstruction === null ? "–" : `${its.matchedInstruction}`,
    ],
  );
}

/** What banks attested, and where it went. */
export function paymentsPage(page: Page): Section {
  const { report, words } = page;
  const instructions = dataTable(
    page,
    words.heading("instructions"),
    [
      { head: "bank" },
      { head: "kind" },
      { head: "state" },
      { head: "counted", isNumber: true },
      { head: "amount", isNumber: true },
    ],
    report.payments.totals,
    (its) => [
      page.member(its.bank),
      words.term(its.kind),
      words.term(its.state),
      page.count(its.instructions),
      page.money(its.amountMinor, its.currency),
    ],
  );
  const parts = [settlementTable(page), instructions, unmatchedTable(page)];
  return sectionOf(page, "payments", words.heading("paymentsLead"), parts);
}
