import { dataTable } from "../dataTable.ts";
import { type Markup, markup } from "../markup.ts";
import type { Page } from "../Page.ts";
import { type Section, sectionOf } from "../sectionOf.ts";

function usesTable(page: Page): Markup {
  const { report, words } = page;
  return dataTable(
    page,
    words.heading("uses"),
    [
      { head: "state" },
      { head: "counted", isNumber: true },
      { head: "exists", isNumber: true },
      { head: "used", isNumber: true },
    ],
    report.duplicates.uses,
    (its) => [
      words.term(its.use),
      page.count(its.things),
      page.money(its.existsAmount, its.unit),
      page.money(its.usedAmount, its.unit),
    ],
  );
}

function sharedTable(page: Page): Markup {
  const { report, words } = page;
  return dataTable(
    page,
    words.heading("shared"),
    [
      { head: "tag" },
      { head: "epoch", isNumber: true },
      { head: "exists", isNumber: true },
      { head: "used", isNumber: true },
      { head: "claimants" },
    ],
    report.duplicates.shared,
    (its) => [
      page.hash(its.tag),
      `${its.epoch}`,
      page.money(its.existsAmount, its.unit),
      page.money(its.usedAmount, its.unit),
      markup`${its.claimants.map(
        ({ claimant, phase, amount }) =>
          markup`${page.hash(claimant)} ${words.term(phase)} ${page.amount(amount, its.unit)}<br>`,
      )}`,
    ],
  );
}

function retirementTable(page: Page): Markup {
  const { report, words } = page;
  return dataTable(
    page,
    words.heading("retirements"),
    [
      { head: "at" },
      { head: "certificate" },
      { head: "holder" },
      { head: "amount", isNumber: true },
      { head: "bill" },
    ],
    report.duplicates.retirements,
    (its) => [
      page.at(its.at),
      page.certificate(its.certificate),
      page.member(its.holder),
      page.money(its.valueMinor, its.currency),
      markup`${page.hash(its.billTag)} ${its.from}–${its.to}`,
    ],
  );
}

function smallTables(page: Page): Markup[] {
  const { report, words } = page;
  const { phases, epochs, creditNotes, ended } = report.duplicates;
  return [
    dataTable(
      page,
      words.heading("phases"),
      [{ head: "state" }, { head: "counted", isNumber: true }],
      phases,
      ({ phase, claims }) => [words.term(phase), page.count(claims)],
    ),
    dataTable(
      page,
      words.heading("keyEpochs"),
      [{ head: "epoch" }, { head: "counted", isNumber: true }, { head: "state" }],
      epochs,
      ({ epoch, claims, current }) => [
        `${epoch}`,
        page.count(claims),
        [current ? words.say("inForce") : "", epoch === 0 ? words.say("unblinded") : ""]
          .join(" ")
          .trim(),
      ],
    ),
    dataTable(
      page,
      words.heading("creditNotes"),
      [{ head: "at" }, { head: "receivable" }, { head: "by" }, { head: "amount", isNumber: true }],
      creditNotes,
      (its) => [
        page.at(its.at),
        `${its.receivable}`,
        page.member(its.by),
        page.money(its.amountMinor, its.currency),
      ],
    ),
    dataTable(
      page,
      words.heading("ended"),
      [
        { head: "state" },
        { head: "receivables", isNumber: true },
        { head: "amount", isNumber: true },
      ],
      ended,
      (its) => [
        words.term(its.state),
        page.count(its.receivables),
        page.money(its.amountMinor, its.currency),
      ],
    ),
  ];
}

/** What the chain shows of things used twice, and what it can't show. */
export function duplicatesPage(page: Page): Section {
  const { words } = page;
  const hides = markup`<p>${words.say("chainHides")}</p>`;
  const parts = [
    hides,
    usesTable(page),
    sharedTable(page),
    retirementTable(page),
    ...smallTables(page),
  ];
  return sectionOf(page, "duplicates", words.say("chainShows"), parts);
}
