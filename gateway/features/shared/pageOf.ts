import type { RequestContext } from "../../http/requestContext.ts";

/** One page of a list as it is answered. */
export interface Page<Item> {
  readonly items: readonly Item[];
  readonly next: string | null;
  readonly block: number;
}

/** Rows of a page that were asked for with one more than `limit`, to know whether there are more. */
export function pageOf<Row, Item>(
  { block }: Pick<RequestContext, "block">,
  rows: readonly Row[],
  limit: number,
  show: { readonly item: (row: Row) => Item; readonly cursor: (row: Row) => bigint | string },
): Page<Item> {
  const shown = rows.slice(0, limit);
  const last = rows.length > limit ? shown.at(-1) : undefined;
  return {
    items: shown.map(show.item),
    next: last === undefined ? null : String(show.cursor(last)),
    block,
  };
}
