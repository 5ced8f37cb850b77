import { checkWords } from "./checkWords.ts";
import { columns } from "./columns.ts";
import { headings } from "./headings.ts";
import { matterWords } from "./matterWords.ts";
import { methods } from "./methods.ts";
import { sentences } from "./sentences.ts";
import { terms } from "./terms.ts";

/** Languages that the report is written in. */
export type Language = "en" | "zh";

/** Keys of headings, column heads and sentences. */
export type Heading = keyof typeof headings;
export type Column = keyof typeof columns;
export type Sentence = keyof typeof sentences | keyof typeof methods;

type Pair = readonly [en: string, zh: string];

/** The one table of words, in one language. */
export interface Words {
  readonly language: Language;
  heading(key: Heading): string;
  column(key: Column): string;
  say(key: Sentence, values?: Readonly<Record<string, string | number>>): string;
  /** What a code means; a code that has no words is written as it is. */
  term(code: string): string;
  /** What a figure of a matter for attention is. */
  figure(name: string): string;
}

/** The report's words in a language. */
export function wordsOf(language: Language): Words {
  const pick = ([en, zh]: Pair): string => (language === "en" ? en : zh);
  const all: Readonly<Record<Sentence, Pair>> = { ...sentences, ...methods };
  return {
    language,
    heading: (key) => pick(headings[key]),
    column: (key) => pick(columns[key]),
    say: (key, values = {}) =>
      pick(all[key]).replace(/\{(\w+)\}/g, (_whole, name: string) => `${values[name] ?? ""}`),
    figure: (name) => {
      const pair = matterWords[name];
      return pair === undefined ? name : pick(pair);
    },
    term: (code) => {
      const pair = checkWords[code] ?? terms[code];
      return pair === undefined ? code : pick(pair);
    },
  };
}
