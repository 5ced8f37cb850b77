import { factList } from "../factList.ts";
import { markup } from "../markup.ts";
import type { Page } from "../Page.ts";
import { type Section, sectionOf } from "../sectionOf.ts";

/** What the report is of. */
export function scopePage(page: Page): Section {
  const { words, report } = page;
  const { ledger, range, asOf, engine } = report.scope;
  const counts = {
    blocks: page.count(range.blocks),
    transactions: page.count(range.transactions),
    events: page.count(range.events),
  };
  const starts = range.startsAt === "genesis" ? "startsGenesis" : "startsCheckpoint";
  const facts = factList([
    [words.say("chainId"), ledger.chainId],
    [words.say("genesis"), markup`<code>${ledger.genesisHash}</code>`],
    [words.say("range"), words.say("rangeValue", { from: range.from, to: range.to })],
    [words.say("startsAt"), words.say(starts)],
    [words.say("contained"), words.say("containedValue", counts)],
    [words.say("lastBlock"), markup`${page.at(asOf.at)} UTC<br><code>${range.toHash}</code>`],
    [words.say("civilDay"), asOf.day],
    [words.say("stateDigest"), markup`<code>${report.digests.digest}</code>`],
    [words.say("engine"), engine.name],
    [words.say("proof"), `${words.term(`proof-${engine.proof}`)}. ${engine.proves}`],
  ]);
  return sectionOf(page, "scope", "", [facts]);
}
