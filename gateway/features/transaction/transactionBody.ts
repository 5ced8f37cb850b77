import { z } from "zod";

/** A transaction as its routes answer it. */
export const transactionBody = z.object({
  state: z.enum(["pending", "included", "reverted", "displaced", "refused"]),
  transactionHash: z.string(),
  blockNumber: z.int().nullable(),
  events: z.array(
    z.object({
      key: z.string(),
      contract: z.string(),
      name: z.string(),
      args: z.record(z.string(), z.unknown()),
    }),
  ),
});
