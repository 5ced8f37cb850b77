import { type HeaderCodec, receiptRlp, trieRoot } from "@tallystick/sdk";
import type { AuditNode } from "./AuditNode.ts";
import { type CheckedBlock, checkBlock } from "./checkBlock.ts";
import { firstDifference } from "./firstDifference.ts";
import { type WireBlock, type WireReceipt, wireBlock } from "./wireBlock.ts";

/** Receipts asked for one by one, when they are those that the header commits to. */
async function rightReceipts(
  node: AuditNode,
  { block }: WireBlock,
  root: string,
): Promise<readonly WireReceipt[] | undefined> {
  try {
    const receipts = await node.batch(
      block.transactions.map(({ hash }) => ["eth_getTransactionReceipt", hash] as const),
    );
    const read = wireBlock.parse({ block, receipts }).receipts;
    return trieRoot(read.map(receiptRlp)) === root ? read : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Checks a block. When its receipts are not those of its header, they are asked for once more, one by one: if those are, the log
 * that differs is named to the field, and the history goes on with the right ones.
 */
export async function inspectBlock(
  node: AuditNode,
  number: number,
  wire: WireBlock,
  parent: string | undefined,
  headers: HeaderCodec,
): Promise<CheckedBlock> {
  const checked = checkBlock(number, wire, parent, headers);
  const { header, findings } = checked;
  const wrong = findings.find(({ code }) => code === "receipts-root");
  if (wrong === undefined || header === undefined) return checked;
  const receipts = await rightReceipts(node, wire, header.receiptsRoot);
  if (receipts === undefined) return checked;
  const again = checkBlock(number, { ...wire, receipts: [...receipts] }, parent, headers);
  const difference = firstDifference(receipts, wire.receipts);
  const { transaction = null, log = null } = difference ?? {};
  const named = difference === undefined ? wrong : { ...wrong, ...difference, transaction, log };
  return { ...again, findings: [...again.findings, named] };
}
