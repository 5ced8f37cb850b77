import { z } from "zod";

/** An event as subscribers get it. Integers in `args` are decimal strings. */
export const eventBody = z.object({
  key: z.string().describe("Sortable in chain order; pass the last one as `after`"),
  contract: z.string(),
  name: z.string(),
  args: z.record(z.string(), z.unknown()),
  ref: z.string().nullable(),
  blockNumber: z.string(),
  blockHash: z
    .string()
    .describe("Names the event together with its key, should the chain reorganise"),
  blockTime: z.string(),
  transactionHash: z.string(),
});
