import { dataTable } from "../dataTable.ts";
import { type Markup, markup } from "../markup.ts";
import type { Page } from "../Page.ts";
import { type Section, sectionOf } from "../sectionOf.ts";

function versionTable(page: Page): Markup {
  const { report, words } = page;
  return dataTable(
    page,
    words.heading("versions"),
    [{ head: "version" }, { head: "recorded" }, { head: "effective" }, { head: "change" }],
    report.parameters.versions,
    (its) => {
      const all = Object.entries(its.rules).map(([name, value]) => `${name} ${value}`);
      const changes = its.changes.map(({ name, from, to }) => `${name} ${from ?? ""} → ${to}`);
      const first = `${words.say("firstVersion")}: ${all.join(", ")}`;
      const version = its.inForce ? `${its.version} (${words.say("inForce")})` : `${its.version}`;
      return [
        version,
        page.at(its.appendedAt),
        page.at(its.effectiveFrom),
        its.version === 1 ? first : changes.join(", "),
      ];
    },
  );
}

function limitTable(page: Page): Markup {
  const { report, words } = page;
  return dataTable(
    page,
    words.heading("limits"),
    [
      { head: "at" },
      { head: "obligor" },
      { head: "kind" },
      { head: "from", isNumber: true },
      { head: "to", isNumber: true },
    ],
    report.parameters.limits,
    (its) => [
      page.at(its.at),
      page.member(its.obligor),
      words.term(its.kind),
      its.fromMinor === null ? "–" : page.money(its.fromMinor, its.currency),
      page.money(its.toMinor, its.currency),
    ],
  );
}

/** Parameters and limits, each with the date from which it bound. */
export function parametersPage(page: Page): Section {
  const { report, words } = page;
  const operations = dataTable(
    page,
    words.heading("operations"),
    [
      { head: "proposed" },
      { head: "effective" },
      { head: "target" },
      { head: "state" },
      { head: "at" },
    ],
    report.parameters.operations,
    (its) => [
      page.at(its.announcedAt),
      page.at(its.dueAt),
      markup`${its.target} <code>${its.selector}</code>`,
      words.term(its.state),
      page.at(its.endedAt),
    ],
  );
  const epochs = dataTable(
    page,
    words.heading("keyEpochs"),
    [{ head: "epoch" }, { head: "at" }, { head: "digest" }],
    report.parameters.keyEpochs,
    (its) => [`${its.epoch}`, page.at(its.at), page.hash(its.publicKey)],
  );
  return sectionOf(page, "parameters", "", [
    versionTable(page),
    limitTable(page),
    operations,
    epochs,
  ]);
}
