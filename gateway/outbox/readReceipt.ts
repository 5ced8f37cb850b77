import { z } from "zod";
import type { Rpc } from "../chain/rpc.ts";
import { wireLog } from "../chain/wireLog.ts";

const quantity = z
  .string()
  .regex(/^0x[0-9a-f]+$/i)
  .transform(Number);

const wireReceipt = z.object({
  transactionHash: z.string(),
  blockNumber: quantity,
  blockHash: z.string(),
  status: quantity,
  logs: z.array(wireLog),
});

/** A transaction's receipt; `status` 1 means that it took effect, 0 that it reverted. */
export type Receipt = z.output<typeof wireReceipt>;

/** The receipt of an included transaction, or undefined. */
export async function readReceipt(rpc: Rpc, hash: string): Promise<Receipt | undefined> {
  const answer = await rpc.send("eth_getTransactionReceipt", [hash]);
  return answer === null || answer === undefined ? undefined : wireReceipt.parse(answer);
}
