import { dataTable } from "../dataTable.ts";
import { markup } from "../markup.ts";
import type { Page } from "../Page.ts";
import { type Section, sectionOf } from "../sectionOf.ts";

/** Which engine made the blocks, and who sealed them. */
export function validatorsPage(page: Page): Section {
  const { words, report } = page;
  const { name, proof, proves, validators, changes } = report.scope.engine;
  const lead = `${name}. ${words.say("proof")}: ${words.term(`proof-${proof}`)}. ${proves}`;
  if (validators.length === 0 && changes.length === 0) {
    const none = markup`<p>${words.say("noValidators")}</p>`;
    return sectionOf(page, "validators", lead, [none]);
  }
  const first = { block: report.scope.range.from, added: validators, removed: [] as string[] };
  const table = dataTable(
    page,
    { heard: words.heading("validators") },
    [{ head: "block", isNumber: true }, { head: "from" }, { head: "until" }],
    [first, ...changes],
    ({ block, added, removed }) => [
      page.count(block),
      markup`${added.map((address) => markup`<code>${address}</code><br>`)}`,
      markup`${removed.map((address) => markup`<code>${address}</code><br>`)}`,
    ],
  );
  return sectionOf(page, "validators", lead, [table]);
}
