import { z } from "zod";

/** What every answer to a write has beside the state that it led to. */
export const writtenBody = z.object({
  transactionHash: z.string(),
  blockNumber: z.int(),
});
