import { z } from "zod";

/** How a quantity of a receipt ended. */
export const receiptEndingBody = z.object({
  kind: z.enum(["pick-up", "cancellation", "replacement"]),
  quantity: z.string(),
  goods: z.string().nullable().describe("Goods that left"),
  hold: z.string().nullable(),
  document: z
    .string()
    .nullable()
    .describe("Digest of the gate-out document or of what replaces it"),
  newReceipt: z.string().nullable(),
  newQuantity: z.string().nullable(),
  at: z.string(),
  transactionHash: z.string(),
});
