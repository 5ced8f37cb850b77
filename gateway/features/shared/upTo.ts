import { z } from "zod";

/** One to `most` things of one request; more of them are refused with how many there were and how many may be. */
export function upTo<Item extends z.ZodType>(most: number, item: Item) {
  return z
    .array(item)
    .min(1)
    .max(most, {
      error: ({ input }) => {
        const count = Array.isArray(input) ? input.length : "More";
        return `${count} were asked for, and one transaction takes ${most}: send the rest beside it.`;
      },
    });
}
