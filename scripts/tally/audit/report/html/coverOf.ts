import { type Markup, markup } from "./markup.ts";
import type { Page } from "./Page.ts";

/** Facts that the ledger itself marks as short are findings, and no rule of it is broken by them. */
function isMarkedOnly({ report }: Page): boolean {
  const { verdict, firstMismatch, conservation, checks, invariants, digests } = report;
  const failed = [...checks, ...invariants].some((check) => check.failed > 0);
  const differs = (digests.against?.differing.length ?? 0) > 0;
  const isBroken = firstMismatch !== null || conservation.broken > 0 || failed || differs;
  return verdict === "findings" && !isBroken;
}

function verdictOf(page: Page): Markup {
  const { report, words } = page;
  const { verdict, findings, conservation } = report;
  const isMarked = isMarkedOnly(page);
  const count = Math.max(1, findings.length, conservation.broken);
  const sentences = {
    clean: words.say("clean"),
    findings: words.say(isMarked ? "onlyMarked" : "hasFindings", { count }),
    unchecked: words.say("unchecked"),
  };
  const tone = isMarked ? "unchecked" : verdict;
  const counts = markup`${words.heading("attention")}: ${report.attention.length}`;
  const unproved =
    report.scope.engine.proof === "none" ? markup`<p>${words.say("proofNone")}</p>` : markup``;
  return markup`<div class="verdict ${tone}"><strong>${sentences[verdict]}</strong>${unproved}<p><a href="#attention">${counts}</a></p></div>`;
}

function figuresOf(page: Page): Markup {
  const { report, words } = page;
  const figures = report.totals.map(({ currency, liveMinor, issuedMinor, settledMinor }) => {
    const pairs = [
      [words.column("issued"), issuedMinor],
      [words.column("live"), liveMinor],
      [words.column("settled"), settledMinor],
    ] as const;
    return markup`${pairs.map(
      ([label, minor]) =>
        markup`<div><dt>${label}</dt><dd>${page.amount(minor, currency)} <small>${currency}</small></dd></div>`,
    )}`;
  });
  const late = report.obligors.filter(({ pastDueMinor }) => pastDueMinor !== "0").length;
  const counts = [
    [words.column("receivables"), page.count(report.conservation.checked)],
    [words.column("holders"), page.count(report.outstanding.holders.length)],
    [words.column("lateObligors"), page.count(late)],
  ] as const;
  const rest = counts.map(
    ([label, value]) => markup`<div><dt>${label}</dt><dd>${value}</dd></div>`,
  );
  return markup`<dl class="figures">${figures}${rest}</dl>`;
}

/** What stands above all: of what, as of when, and what came out. */
export function coverOf(page: Page): Markup {
  const { report, words } = page;
  const { asOf, ledger } = report.scope;
  const at = words.say("asOf", { block: asOf.block, at: `${page.at(asOf.at)} UTC` });
  return markup`<header>
<p class="eyebrow">Tallystick · ${words.say("chainId")} ${ledger.chainId}</p>
<h1>${words.heading("title")}</h1>
<p class="subtitle">${words.heading("subtitle")}</p>
<p>${at}</p>
${verdictOf(page)}
${figuresOf(page)}
</header>`;
}
