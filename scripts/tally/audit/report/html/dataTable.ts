import type { Column } from "../words/wordsOf.ts";
import { type Markup, markup } from "./markup.ts";
import type { Page } from "./Page.ts";

/** A column's head; numbers stand right and never break. */
export interface DataColumn {
  readonly head: Column | { readonly text: string };
  readonly isNumber?: boolean;
}

type Cell = string | number | Markup;

/** Rows shown of a table; the JSON has all of them. */
const mostRows = 200;

function cellOf({ isNumber = false }: DataColumn, cell: Cell): Markup {
  return isNumber ? markup`<td class="number">${cell}</td>` : markup`<td>${cell}</td>`;
}

/** A table with its caption, which is only heard where the heading above says the same. Nothing to show is said in words. */
export function dataTable<Item>(
  page: Page,
  caption: string | { readonly heard: string },
  columns: readonly DataColumn[],
  items: readonly Item[],
  cellsOf: (item: Item) => readonly Cell[],
  most: number = mostRows,
): Markup {
  const { words } = page;
  const heard = typeof caption === "string" ? caption : caption.heard;
  const title = typeof caption === "string" ? markup`<h3>${caption}</h3>` : markup``;
  if (items.length === 0) {
    return markup`<div class="block">${title}<p class="nothing">${words.say("nothing")}</p></div>`;
  }
  const heads = columns.map(({ head, isNumber = false }) => {
    const text = typeof head === "string" ? words.column(head) : head.text;
    return isNumber
      ? markup`<th scope="col" class="number">${text}</th>`
      : markup`<th scope="col">${text}</th>`;
  });
  const rows = items.slice(0, most).map((item) => {
    const cells = cellsOf(item).map((cell, index) =>
      cellOf(columns[index] ?? { head: "note" }, cell),
    );
    return markup`<tr>${cells}</tr>\n`;
  });
  const figures = { shown: page.count(most), count: page.count(items.length) };
  const rest =
    items.length > most ? markup`<p class="rest">${words.say("rest", figures)}</p>` : markup``;
  return markup`<div class="block">${title}
<div class="scroll" role="region" aria-label="${heard}" tabindex="0"><table>
<thead><tr>${heads}</tr></thead>
<tbody>${rows}</tbody>
</table></div>${rest}</div>`;
}
