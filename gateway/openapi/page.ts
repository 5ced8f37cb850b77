import { z } from "zod";
import { fields } from "./fields.ts";
import { ledgerFields } from "./ledgerFields.ts";

/** One page of a list as it is answered. */
export interface Page<Item> {
  readonly items: readonly Item[];
  /** Pass it as `after` to go on; null at the end. */
  readonly next: string | null;
  /** Block up to which the list is complete. */
  readonly block: number;
}

/** How every list is asked for and answered: newest first, `limit` items, those older than `after`. */
export const page = {
  /** Query parameters, to be spread into a route's own. */
  query: {
    limit: fields.pageSize,
    after: ledgerFields.id.optional().describe("Number of the last item of the page before"),
  },
  /** Schema of the answer. */
  of: <Item extends z.ZodType>(item: Item) =>
    z.object({ items: z.array(item), next: z.string().nullable(), block: z.number() }),
  /** The answer; a full page is taken to have a next one. */
  from<Item>(
    items: readonly Item[],
    limit: number,
    block: number,
    idOf: (item: Item) => bigint | string,
  ): Page<Item> {
    const last = items.length < limit ? undefined : items.at(-1);
    return { items, next: last === undefined ? null : String(idOf(last)), block };
  },
} as const;
