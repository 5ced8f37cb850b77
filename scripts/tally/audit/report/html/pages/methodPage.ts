import { methods } from "../../words/methods.ts";
import type { Sentence } from "../../words/wordsOf.ts";
import { markup } from "../markup.ts";
import type { Page } from "../Page.ts";
import { type Section, sectionOf } from "../sectionOf.ts";

/** What the figures rest on, and what no ledger can know. */
export function methodPage(page: Page): Section {
  const keys = Object.keys(methods) as Sentence[];
  const paragraphs = keys.map((key) => markup`<p>${page.words.say(key)}</p>`);
  return sectionOf(page, "method", "", paragraphs);
}
