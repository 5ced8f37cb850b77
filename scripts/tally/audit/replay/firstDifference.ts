import type { Narrowed } from "./narrowReceipts.ts";
import type { WireReceipt } from "./wireBlock.ts";

type Item = readonly [field: string, value: string];

function fieldsOf(receipt: WireReceipt): readonly Item[] {
  const { status, cumulativeGasUsed, logsBloom, logs } = receipt;
  const named = { status, cumulativeGasUsed, logsBloom, "logs.length": logs.length };
  return Object.entries(named).map(([field, value]) => [field, String(value).toLowerCase()]);
}

function logFields({ address, topics, data }: WireReceipt["logs"][number]): readonly Item[] {
  const named: Item[] = topics.map((topic, index) => [`topics.${index}`, topic]);
  return [["address", address], ...named, ["data", data], ["topics.length", String(topics.length)]];
}

function compare(expected: readonly Item[], actual: readonly Item[]) {
  for (const [index, [field, value]] of expected.entries()) {
    const told = actual[index]?.[1] ?? "nothing";
    if (told.toLowerCase() !== value.toLowerCase()) return { field, expected: value, actual: told };
  }
  return undefined;
}

/** The first transaction, log and field in which receipts that a node gave differ from those of the block. */
export function firstDifference(
  right: readonly WireReceipt[],
  told: readonly WireReceipt[],
): Narrowed | undefined {
  let logs = 0;
  for (const [index, receipt] of right.entries()) {
    const given = told[index];
    const transaction = receipt.transactionHash;
    for (const [place, log] of receipt.logs.entries()) {
      const its = given?.logs[place];
      const found = compare(logFields(log), its === undefined ? [] : logFields(its));
      const sentence = "A log that the node gave is not the one that the block holds.";
      if (found !== undefined) return { sentence, ...found, transaction, log: logs + place };
    }
    const found = compare(fieldsOf(receipt), given === undefined ? [] : fieldsOf(given));
    const sentence = "A receipt that the node gave is not the one that the block holds.";
    if (found !== undefined) return { sentence, ...found, transaction };
    logs += receipt.logs.length;
  }
  return undefined;
}
