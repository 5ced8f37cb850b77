import { dataTable } from "../dataTable.ts";
import { type Markup, markup } from "../markup.ts";
import type { Page } from "../Page.ts";
import { type Section, sectionOf } from "../sectionOf.ts";

const DAY = 86_400;

/** Contracts act at once, since they call within a member's transaction. */
function delayOf(seconds: number, { words }: Page): string {
  if (seconds === 0) return "–";
  return seconds % DAY === 0 ? words.say("days", { days: seconds / DAY }) : `${seconds} s`;
}

function grantTable(page: Page): Markup {
  const { report, words } = page;
  return dataTable(
    page,
    words.heading("grants"),
    [
      { head: "role" },
      { head: "account" },
      { head: "delay", isNumber: true },
      { head: "from" },
      { head: "until" },
    ],
    report.authority.grants,
    (its) => [
      its.label,
      markup`${its.holder ?? ""} ${page.hash(its.account)}`,
      delayOf(its.delay, page),
      page.at(its.from),
      page.period(its.until),
    ],
  );
}

function roleTable(page: Page): Markup {
  const { report, words } = page;
  return dataTable(
    page,
    words.heading("roles"),
    [{ head: "member" }, { head: "role" }, { head: "from" }, { head: "until" }],
    report.authority.roles,
    (its) => [
      page.member(its.member),
      words.term(its.role),
      page.at(its.from),
      page.period(its.until),
    ],
  );
}

function accountTable(page: Page): Markup {
  const { report, words } = page;
  return dataTable(
    page,
    words.heading("accounts"),
    [{ head: "member" }, { head: "account" }, { head: "by" }, { head: "from" }, { head: "until" }],
    report.authority.accounts,
    (its) => [
      page.member(its.member),
      page.hash(its.account),
      page.hash(its.by),
      page.at(its.from),
      page.period(its.until),
    ],
  );
}

function incidentTables(page: Page): Markup[] {
  const { report, words } = page;
  return [
    dataTable(
      page,
      words.heading("suspensions"),
      [{ head: "member" }, { head: "reason" }, { head: "from" }, { head: "until" }],
      report.authority.suspensions,
      (its) => [
        page.member(its.member),
        words.term(its.reason),
        page.at(its.from),
        page.period(its.until),
      ],
    ),
    dataTable(
      page,
      words.heading("recoveries"),
      [{ head: "member" }, { head: "kind" }, { head: "account" }, { head: "by" }, { head: "at" }],
      report.authority.recoveries,
      (its) => [
        page.member(its.member),
        words.term(its.event),
        page.hash(its.account),
        page.hash(its.by),
        page.at(its.at),
      ],
    ),
    dataTable(
      page,
      words.heading("guardians"),
      [{ head: "member" }, { head: "guardian" }, { head: "from" }, { head: "until" }],
      report.authority.guardians,
      (its) => [
        page.member(its.member),
        page.member(its.guardian),
        page.at(its.from),
        page.period(its.until),
      ],
    ),
  ];
}

/** Who could do what, from when until when. */
export function authorityPage(page: Page): Section {
  const parts = [roleTable(page), ...incidentTables(page), grantTable(page), accountTable(page)];
  return sectionOf(page, "authority", "", parts);
}
