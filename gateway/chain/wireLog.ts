import { z } from "zod";
import { quantity } from "./quantity.ts";

const hex = z.string().regex(/^0x[0-9a-f]*$/i);

/** A log as `eth_getLogs` and receipts give it, checked. */
export const wireLog = z.object({
  address: hex,
  topics: z.array(hex),
  data: hex,
  blockNumber: quantity,
  blockHash: hex,
  transactionHash: hex,
  transactionIndex: quantity,
  logIndex: quantity,
});

/** The checked form of a log. */
export type WireLog = z.output<typeof wireLog>;
