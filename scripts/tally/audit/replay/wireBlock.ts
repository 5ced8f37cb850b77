import { z } from "zod";

const hash = z.string().regex(/^0x[0-9a-f]{64}$/i);
const log = z.looseObject({
  address: z.string(),
  topics: z.array(z.string()),
  data: z.string(),
  logIndex: z.string().optional(),
  transactionHash: z.string().optional(),
  blockHash: z.string().nullish(),
});
const receipt = z.looseObject({ transactionHash: hash, logs: z.array(log), logsBloom: z.string() });

/** A block with its transactions, and their receipts, as JSON-RPC gives them: nothing of it is checked yet. */
export const wireBlock = z.object({
  block: z.looseObject({
    number: z.string(),
    transactions: z.array(z.looseObject({ hash })),
    withdrawals: z.array(z.unknown()).nullish(),
  }),
  receipts: z.array(receipt),
});

/** See the schema. */
export type WireBlock = z.infer<typeof wireBlock>;
export type WireReceipt = z.infer<typeof receipt>;
