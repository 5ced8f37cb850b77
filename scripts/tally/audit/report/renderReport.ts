import type { AuditReport } from "./auditReport.ts";
import { coverOf } from "./html/coverOf.ts";
import { type Markup, markup } from "./html/markup.ts";
import { Page } from "./html/Page.ts";
import { annexPages } from "./html/pages/annexPages.ts";
import { attentionPage } from "./html/pages/attentionPage.ts";
import { authorityPage } from "./html/pages/authorityPage.ts";
import { checksPage } from "./html/pages/checksPage.ts";
import { circulationPage } from "./html/pages/circulationPage.ts";
import { duplicatesPage } from "./html/pages/duplicatesPage.ts";
import { financingPage } from "./html/pages/financingPage.ts";
import { freezesPage } from "./html/pages/freezesPage.ts";
import { latePage } from "./html/pages/latePage.ts";
import { liensPage } from "./html/pages/liensPage.ts";
import { methodPage } from "./html/pages/methodPage.ts";
import { obligorsPage } from "./html/pages/obligorsPage.ts";
import { outstandingPage } from "./html/pages/outstandingPage.ts";
import { parametersPage } from "./html/pages/parametersPage.ts";
import { paymentsPage } from "./html/pages/paymentsPage.ts";
import { scopePage } from "./html/pages/scopePage.ts";
import { validatorsPage } from "./html/pages/validatorsPage.ts";
import { valuePage } from "./html/pages/valuePage.ts";
import type { Section } from "./html/sectionOf.ts";
import { styleSheet } from "./html/styleSheet.ts";
import { type Language, wordsOf } from "./words/wordsOf.ts";

/** In the order in which an auditor reads: what came out, what is doubtful, the figures, the rules, what it rests on. */
const pages: readonly ((page: Page) => Section)[] = [
  attentionPage,
  scopePage,
  checksPage,
  valuePage,
  obligorsPage,
  outstandingPage,
  financingPage,
  paymentsPage,
  latePage,
  circulationPage,
  liensPage,
  duplicatesPage,
  freezesPage,
  parametersPage,
  authorityPage,
  validatorsPage,
  methodPage,
];

function contentsOf(sections: readonly Section[], page: Page): Markup {
  const items = sections.map(({ id, title }) => markup`<li><a href="#${id}">${title}</a></li>`);
  return markup`<nav aria-label="${page.words.heading("contents")}"><h2>${page.words.heading("contents")}</h2><ol>${items}</ol></nav>`;
}

/** Scripts, fonts and pictures of others have no place in a file that is opened offline. */
const policy = "default-src 'none'; img-src data:; style-src 'unsafe-inline'";

/** `report.html`: one file without anything outside of it. The same report and language make the same text. */
export function renderReport(report: AuditReport, language: Language = "en"): string {
  const page = new Page(report, wordsOf(language));
  const main = pages.map((make) => make(page));
  const annexes = annexPages(page);
  const all = [...main, ...annexes];
  const title = `${page.words.heading("title")} ${report.scope.ledger.chainId} / ${report.scope.asOf.block}`;
  const lang = language === "en" ? "en" : "zh-CN";
  return markup`<!doctype html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<title>${title}</title>
<link rel="icon" href="data:,">
<style>${{ html: styleSheet }}</style>
</head>
<body>
${coverOf(page)}
<main>
${contentsOf(all, page)}
${main.map(({ body }) => body)}
<div class="annex">${annexes.map(({ body }) => body)}</div>
</main>
<footer>${report.format} ${report.version} · ${report.digests.digest}</footer>
</body>
</html>
`.html;
}
