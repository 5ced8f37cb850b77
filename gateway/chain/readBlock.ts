import { z } from "zod";
import type { Block } from "./block.ts";
import { nodeAnswer } from "./nodeAnswer.ts";
import { NodeFault } from "./nodeFault.ts";
import { quantity } from "./quantity.ts";
import type { Rpc } from "./rpc.ts";

const METHOD = "eth_getBlockByNumber";
const hash = z.string().regex(/^0x[0-9a-f]{64}$/i);

const wireBlock = z.object({
  number: quantity,
  hash,
  parentHash: hash,
  timestamp: quantity,
  logsBloom: z
    .string()
    .regex(/^0x[0-9a-f]{512}$/i)
    .toLowerCase(),
  transactions: z.array(z.union([hash, z.object({ hash }).transform((entry) => entry.hash)])),
});

/** One block's header and transaction hashes, or undefined when the node doesn't have it. */
export async function readBlock(rpc: Rpc, which: number | "latest"): Promise<Block | undefined> {
  const tag = which === "latest" ? which : `0x${which.toString(16)}`;
  const answer = await rpc.send(METHOD, [tag, false]);
  if (answer === null || answer === undefined) return undefined;
  const { transactions, ...block } = nodeAnswer(METHOD, wireBlock, answer);
  if (which !== "latest" && block.number !== which) {
    throw new NodeFault(`The node gave block ${block.number} for block ${which}.`);
  }
  return { ...block, transactionHashes: transactions };
}
