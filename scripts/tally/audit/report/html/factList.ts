import { type Markup, markup } from "./markup.ts";

/** Labels with what stands beside them. */
export function factList(
  facts: readonly (readonly [label: string, value: string | Markup])[],
): Markup {
  const rows = facts.map(([label, value]) => markup`<dt>${label}</dt><dd>${value}</dd>`);
  return markup`<dl class="facts">${rows}</dl>`;
}
