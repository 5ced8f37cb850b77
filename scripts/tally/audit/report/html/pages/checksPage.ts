import type { AuditReport } from "../../auditReport.ts";
import { dataTable } from "../dataTable.ts";
import { factList } from "../factList.ts";
import { type Markup, markup } from "../markup.ts";
import type { Page } from "../Page.ts";
import { type Section, sectionOf } from "../sectionOf.ts";

type Finding = AuditReport["findings"][number];

function placeOf({ block, transaction, log }: Finding, page: Page): Markup {
  const at = [
    block === null ? "" : `${page.words.column("block")} ${block}`,
    log === null ? "" : `${page.words.say("log")} ${log}`,
  ];
  const text = at.filter((part) => part !== "").join(", ");
  return transaction === null ? markup`${text}` : markup`${text} ${page.hash(transaction)}`;
}

function differenceOf({ field, expected, actual }: Finding, { words }: Page): string {
  if (expected === null && actual === null) return "";
  const its = field === null ? "" : `${field}: `;
  return `${its}${words.say("expected")} ${expected ?? "–"}; ${words.say("actual")} ${actual ?? "–"}.`;
}

function firstOf(finding: Finding | null, page: Page): Markup {
  if (finding === null) return markup``;
  const { words } = page;
  const facts = factList([
    [words.column("check"), words.term(finding.code)],
    [words.column("at"), placeOf(finding, page)],
    [words.say("field"), finding.field ?? "–"],
    [words.say("expected"), finding.expected ?? "–"],
    [words.say("actual"), finding.actual ?? "–"],
  ]);
  return markup`<div class="callout"><h3>${words.say("firstMismatch")}</h3><p>${finding.sentence}</p>${facts}</div>`;
}

function gatewayOf({ report, words }: Page): Markup {
  const { against } = report.digests;
  if (against === null) return markup`<p class="block">${words.say("gatewayUnasked")}</p>`;
  const { gateway, block, differing } = against;
  const key = differing.length === 0 ? "gatewayAgrees" : "gatewayDiffers";
  const text = words.say(key, { gateway, block, tables: differing.join(", ") });
  return markup`<p class="block">${text}</p>`;
}

function checkTable(page: Page): Markup {
  const { report, words } = page;
  const rows = [...report.checks, ...report.invariants];
  return dataTable(
    page,
    { heard: words.heading("checks") },
    [
      { head: "check" },
      { head: "checked", isNumber: true },
      { head: "failed", isNumber: true },
      { head: "note" },
    ],
    rows,
    ({ id, checked, failed, note }) => [
      words.term(id),
      page.count(checked),
      failed > 0 ? markup`<span class="bad">${page.count(failed)}</span>` : "0",
      note ?? "",
    ],
  );
}

/** What the run checked, how often, and what it found. */
export function checksPage(page: Page): Section {
  const { report, words } = page;
  const findings = dataTable(
    page,
    words.heading("findings"),
    [{ head: "check" }, { head: "at" }, { head: "figures" }],
    report.findings,
    (finding) => [
      words.term(finding.code),
      placeOf(finding, page),
      markup`${finding.sentence} ${differenceOf(finding, page)}`,
    ],
  );
  const seed =
    report.seed === null
      ? markup``
      : factList([[words.say("seed"), markup`<code>${report.seed}</code>`]]);
  const parts = [
    firstOf(report.firstMismatch, page),
    checkTable(page),
    gatewayOf(page),
    seed,
    findings,
  ];
  return sectionOf(page, "checks", words.heading("checksLead"), parts);
}
