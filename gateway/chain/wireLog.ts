import { z } from "zod";

const hex = z.string().regex(/^0x[0-9a-f]*$/i);
const index = z
  .string()
  .regex(/^0x[0-9a-f]+$/i)
  .transform(Number);

/** A log as `eth_getLogs` and receipts give it, checked. */
export const wireLog = z.object({
  address: hex,
  topics: z.array(hex),
  data: hex,
  blockNumber: index,
  blockHash: hex,
  transactionHash: hex,
  transactionIndex: index,
  logIndex: index,
});

/** The checked form of a log. */
export type WireLog = z.output<typeof wireLog>;
