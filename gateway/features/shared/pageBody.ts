import { z } from "zod";

/** Body of a list: its items, where the next page begins, and the block that it was read at. */
export function pageBody<Item extends z.ZodType>(item: Item) {
  return z.object({
    items: z.array(item),
    next: z.string().nullable().describe("`after` of the next page; null at the end"),
    block: z.int(),
  });
}
