import { NodeFault } from "./nodeFault.ts";
import { readBlock } from "./readBlock.ts";
import { type Receipt, readReceipt } from "./readReceipt.ts";
import type { Rpc } from "./rpc.ts";

/**
 * The receipt of a transaction, or undefined. Throws `NodeFault` when its block is not the chain's: a receipt may be of
 * another branch, or say another block's number.
 */
export async function readCanonicalReceipt(rpc: Rpc, hash: string): Promise<Receipt | undefined> {
  const receipt = await readReceipt(rpc, hash);
  if (receipt === undefined) return undefined;
  const block = await readBlock(rpc, receipt.blockNumber);
  if (block?.hash === receipt.blockHash && block.transactionHashes.includes(hash)) return receipt;
  throw new NodeFault(`The receipt of ${hash} is of no block of the chain.`);
}
