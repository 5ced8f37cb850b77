import { logsBloom } from "../../../../gateway/chain/logsBloom.ts";
import type { WireReceipt } from "./wireBlock.ts";

/** Which part of a block's receipts contradicts another one. */
export type Narrowed = {
  readonly sentence: string;
  readonly field: string;
  readonly expected: string;
  readonly actual: string;
  readonly transaction?: string;
  readonly log?: number;
};

function inReceipt(receipt: WireReceipt, hash: string, firstLog: number): Narrowed | undefined {
  const transaction = hash;
  if (receipt.transactionHash.toLowerCase() !== hash) {
    const pair = { expected: hash, actual: receipt.transactionHash };
    const sentence = "A receipt is of another transaction than the one in its place.";
    return { sentence, field: "transactionHash", ...pair, transaction };
  }
  for (const [index, log] of receipt.logs.entries()) {
    const at = { transaction, log: firstLog + index };
    const told = log.logIndex === undefined ? at.log : Number(log.logIndex);
    if (told !== at.log) {
      const sentence = "A log is missing, added or out of its place.";
      return { sentence, field: "logIndex", expected: String(at.log), actual: String(told), ...at };
    }
    const strange = [log.address, ...log.topics].findIndex(
      (item) => !logsBloom.mayHold(receipt.logsBloom, item),
    );
    if (strange < 0) continue;
    const field = strange === 0 ? "address" : `topics.${strange - 1}`;
    const actual = [log.address, ...log.topics][strange] ?? "";
    const sentence = "A log holds what its receipt's bloom rules out.";
    return { sentence, field, expected: "what the bloom holds", actual, ...at };
  }
  const bloom = logsBloom.of(receipt.logs);
  if (bloom === receipt.logsBloom.toLowerCase()) return undefined;
  const sentence = "A receipt's bloom holds more than its logs: one is missing or changed.";
  return { sentence, field: "logsBloom", expected: receipt.logsBloom, actual: bloom, transaction };
}

/**
 * Narrows a block's receipts down to the first transaction, log and field that contradict its transactions or blooms.
 * Undefined when they agree: then only the root can tell.
 */
export function narrowReceipts(
  receipts: readonly WireReceipt[],
  hashes: readonly string[],
): Narrowed | undefined {
  if (receipts.length !== hashes.length) {
    const sentence = "There are not as many receipts as transactions.";
    const pair = { expected: String(hashes.length), actual: String(receipts.length) };
    return { sentence, field: "receipts", ...pair };
  }
  let logs = 0;
  for (const [index, receipt] of receipts.entries()) {
    const found = inReceipt(receipt, hashes[index] ?? "", logs);
    if (found !== undefined) return found;
    logs += receipt.logs.length;
  }
  return undefined;
}
