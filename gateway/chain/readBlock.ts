import { z } from "zod";
import type { Block } from "./block.ts";
import type { Rpc } from "./rpc.ts";

const hash = z.string().regex(/^0x[0-9a-f]{64}$/i);
const quantity = z.string().regex(/^0x[0-9a-f]+$/i);

const wireBlock = z.object({
  number: quantity,
  hash,
  parentHash: hash,
  timestamp: quantity,
  transactions: z.array(z.union([hash, z.object({ hash }).transform((entry) => entry.hash)])),
});

/** One block's header and transaction hashes, or undefined when the node doesn't have it. */
export async function readBlock(rpc: Rpc, which: number | "latest"): Promise<Block | undefined> {
  const tag = which === "latest" ? which : `0x${which.toString(16)}`;
  const answer = await rpc.send("eth_getBlockByNumber", [tag, false]);
  if (answer === null || answer === undefined) return undefined;
  const block = wireBlock.parse(answer);
  return {
    number: Number(block.number),
    hash: block.hash,
    parentHash: block.parentHash,
    timestamp: Number(block.timestamp),
    transactionHashes: block.transactions,
  };
}
