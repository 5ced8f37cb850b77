import { z } from "zod";

/** A bank account as its owner states it; only a salted digest goes on the ledger. */
export const settlementAccountBody = z.strictObject({
  bank: z.string().min(1).max(128),
  number: z.string().min(1).max(128),
});
