import { z } from "zod";

/** What became of one item of a batch that was refused; the rest of a problem document's members come beside. */
export const refusedItem = z.object({
  index: z.number(),
  status: z.literal("refused"),
  problem: z.looseObject({
    code: z.string(),
    status: z.number(),
    title: z.string(),
    detail: z.string(),
  }),
});

/** Schema of a batch's answer: one entry per item, in the order of the request. */
export function batchResult<Shape extends z.ZodRawShape>(done: Shape) {
  const doneItem = z.object({ index: z.number(), status: z.literal("done"), ...done });
  return z.object({
    done: z.number(),
    refused: z.number(),
    items: z.array(z.discriminatedUnion("status", [doneItem, refusedItem])),
  });
}
