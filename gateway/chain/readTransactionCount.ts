import { nodeAnswer } from "./nodeAnswer.ts";
import { quantity } from "./quantity.ts";
import type { Rpc } from "./rpc.ts";

const METHOD = "eth_getTransactionCount";

/** How many transactions of an account are in blocks, or in blocks and pool. */
export async function readTransactionCount(
  rpc: Rpc,
  account: string,
  which: "latest" | "pending",
): Promise<number> {
  return nodeAnswer(METHOD, quantity, await rpc.send(METHOD, [account, which]));
}
