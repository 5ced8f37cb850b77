import { DocumentUnreadableError } from "../errors/DocumentUnreadableError.ts";

const deepest = 100;
const mostElements = 1_000_000;

// What holds no elements, and how it ends.
const skipped: readonly (readonly [string, string])[] = [
  ["<!--", "-->"],
  ["<![CDATA[", "]]>"],
  ["<?", "?>"],
];

/**
 * Walks XML once, before a parser builds a tree of it, and refuses what would cost more than a document may: a
 * declaration of entities, nesting deeper than 100, more than a million elements.
 *
 * @throws DocumentUnreadableError
 */
export function checkXmlShape(text: string): void {
  let depth = 0;
  let elements = 0;
  for (let at = text.indexOf("<"); at !== -1; at = text.indexOf("<", at)) {
    const skip = skipped.find(([start]) => text.startsWith(start, at));
    if (skip !== undefined) {
      const end = text.indexOf(skip[1], at + skip[0].length);
      // What never ends is the parser's to refuse.
      if (end === -1) return;
      at = end + skip[1].length;
      continue;
    }
    if (text.startsWith("<!", at)) throw declarationRefused();
    const end = endOfTag(text, at);
    if (end === -1) return;
    if (text[at + 1] === "/") depth -= 1;
    else {
      elements += 1;
      if (text[end - 1] !== "/") depth += 1;
    }
    if (depth > deepest) {
      throw new DocumentUnreadableError(`The XML is nested more than ${deepest} deep.`);
    }
    if (elements > mostElements) {
      throw new DocumentUnreadableError("The XML has more than a million elements.");
    }
    at = end + 1;
  }
}

/** Quoted values may hold the sign that ends a tag. */
function endOfTag(text: string, start: number): number {
  let quote = "";
  for (let at = start + 1; at < text.length; at++) {
    const character = text[at];
    if (quote !== "") {
      if (character === quote) quote = "";
    } else if (character === '"' || character === "'") quote = character;
    else if (character === ">") return at;
  }
  return -1;
}

function declarationRefused(): DocumentUnreadableError {
  return new DocumentUnreadableError(
    "The XML has a document type declaration (DOCTYPE), which can define entities; it is not read.",
  );
}
