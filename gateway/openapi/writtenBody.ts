import { z } from "zod";

/** What every answer to a write on the ledger begins with, to be spread into a body's own fields. */
export const writtenBody = {
  transactionHash: z.string(),
  blockNumber: z.number(),
} as const;
