import { z } from "zod";
import { ChainProofError } from "../errors/ChainProofError.ts";
import { firstIssue } from "./firstIssue.ts";
import type { Hex } from "./hex.ts";
import { rpcForms } from "./rpcForms.ts";
import { treeRlp } from "./treeRlp.ts";
import { typedRlp } from "./typedRlp.ts";

const { bytes, quantity } = rpcForms;
const log = z.object({ address: bytes, topics: z.array(bytes).max(4), data: bytes });
const receipt = z.object({
  type: quantity.nullish(),
  status: quantity,
  cumulativeGasUsed: quantity,
  logsBloom: bytes,
  logs: z.array(log),
});

/**
 * A receipt as it stands in the block's receipt trie, out of what `eth_getTransactionReceipt` or `eth_getBlockReceipts`
 * answers: of every transaction type to 4, since Byzantium.
 *
 * @throws ChainProofError `chain-receipt-invalid`
 *
 * @example
 * import { receiptRlp, trieRoot } from "@tallystick/sdk";
 *
 * const { number, transactions, receiptsRoot } = await provider.send("eth_getBlockByNumber", ["latest", false]);
 * const receipts = [];
 * for (const hash of transactions) receipts.push(await provider.send("eth_getTransactionReceipt", [hash]));
 * trieRoot(receipts.map(receiptRlp)) === receiptsRoot // => true
 */
export function receiptRlp(json: unknown): Hex {
  const read = receipt.safeParse(json);
  if (!read.success) {
    const sentence = `The node answered no receipt: ${firstIssue(read.error)}.`;
    throw new ChainProofError("chain-receipt-invalid", sentence, { cause: read.error });
  }
  const { type, status, cumulativeGasUsed, logsBloom, logs } = read.data;
  const entries = logs.map(({ address, topics, data }) => [address, topics, data]);
  return typedRlp(type ?? "0x", treeRlp([status, cumulativeGasUsed, logsBloom, entries]));
}
