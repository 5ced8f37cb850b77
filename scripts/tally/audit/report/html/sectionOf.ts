import type { Heading } from "../words/wordsOf.ts";
import { type Markup, markup } from "./markup.ts";
import type { Page } from "./Page.ts";

/** A section of the report: where the contents point to. */
export interface Section {
  readonly id: Heading;
  readonly title: string;
  readonly body: Markup;
}

/** A section under its heading, with what it says at first. */
export function sectionOf(
  { words }: Page,
  id: Heading,
  lead: string,
  parts: readonly Markup[],
): Section {
  const title = words.heading(id);
  const first = lead === "" ? markup`` : markup`<p class="lead">${lead}</p>`;
  return {
    id,
    title,
    body: markup`<section id="${id}"><h2>${title}</h2>${first}${parts}</section>\n`,
  };
}
