import { z } from "zod";
import { logsBloom } from "./logsBloom.ts";
import { nodeAnswer } from "./nodeAnswer.ts";
import { NodeFault } from "./nodeFault.ts";
import { quantity } from "./quantity.ts";
import type { Rpc } from "./rpc.ts";
import { wireLog } from "./wireLog.ts";

const METHOD = "eth_getTransactionReceipt";

const wireReceipt = z.object({
  transactionHash: z.string().toLowerCase(),
  blockNumber: quantity,
  blockHash: z.string(),
  status: quantity,
  logs: z.array(wireLog),
  logsBloom: z.string().toLowerCase(),
});

/** A transaction's receipt; `status` 1 means that it took effect, 0 that it reverted. */
export type Receipt = z.output<typeof wireReceipt>;

function check(receipt: Receipt, hash: string): void {
  const { transactionHash, blockHash, blockNumber, logs } = receipt;
  const isOwn = (log: Receipt["logs"][number]) =>
    log.transactionHash.toLowerCase() === transactionHash &&
    log.blockHash === blockHash &&
    log.blockNumber === blockNumber;
  if (transactionHash !== hash.toLowerCase()) {
    throw new NodeFault(`The node gave another transaction's receipt for ${hash}.`);
  }
  if (!logs.every(isOwn)) {
    throw new NodeFault(`The node's receipt of ${hash} holds another transaction's logs.`);
  }
  if (logsBloom.of(logs) !== receipt.logsBloom) {
    throw new NodeFault(`The node's receipt of ${hash} does not hold the logs of its bloom.`);
  }
}

/** The receipt of an included transaction, or undefined. Throws `NodeFault` for one that contradicts itself. */
export async function readReceipt(rpc: Rpc, hash: string): Promise<Receipt | undefined> {
  const answer = await rpc.send(METHOD, [hash]);
  if (answer === null || answer === undefined) return undefined;
  const receipt = nodeAnswer(METHOD, wireReceipt, answer);
  check(receipt, hash);
  return receipt;
}
