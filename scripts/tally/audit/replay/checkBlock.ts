import {
  type BlockHeader,
  ChainProofError,
  type HeaderCodec,
  headerFromRpc,
  keccak,
  type ReplayFinding,
  type ReplayLog,
  receiptRlp,
  transactionRlp,
  trieRoot,
} from "@tallystick/sdk";
import { getBytes, hexlify } from "ethers";
import { narrowReceipts } from "./narrowReceipts.ts";
import type { WireBlock } from "./wireBlock.ts";

/** A block whose parts were checked against one another. */
export type CheckedBlock = {
  /** Undefined when the node's header is none, or not the one that it names. */
  readonly header: BlockHeader | undefined;
  readonly logs: readonly ReplayLog[];
  readonly findings: readonly ReplayFinding[];
};

type Place = { readonly transaction?: string; readonly log?: number };

class Findings {
  readonly all: ReplayFinding[] = [];
  readonly #block: number;

  constructor(block: number) {
    this.#block = block;
  }

  add(
    code: string,
    sentence: string,
    field: string,
    [expected, actual]: [string, string],
    { transaction, log }: Place = {},
  ) {
    const place = { block: this.#block, transaction: transaction ?? null, log: log ?? null };
    this.all.push({ code, sentence, ...place, field, expected, actual });
  }
}

function headerOf(number: number, wire: WireBlock, headers: HeaderCodec, findings: Findings) {
  try {
    const header = headerFromRpc(wire.block, headers);
    if (Number(header.number) === number) return header;
    const pair: [string, string] = [String(number), String(header.number)];
    findings.add("header-chain", `The node gives another block for ${number}.`, "number", pair);
  } catch (error) {
    if (!(error instanceof ChainProofError)) throw error;
    const { computed = "a header", told = "none" } = error.details;
    findings.add("header-chain", error.message, "hash", [String(computed), String(told)]);
  }
  return undefined;
}

function checkParent(header: BlockHeader, parent: string | undefined, findings: Findings): void {
  if (parent === undefined || header.parentHash === parent) return;
  const sentence = `Block ${header.number} does not follow block ${header.number - 1n}.`;
  findings.add("header-chain", sentence, "parentHash", [parent, header.parentHash]);
}

/** Hashes of the transactions, computed; a root that differs is named with the first transaction that does. */
function checkTransactions(wire: WireBlock, header: BlockHeader, findings: Findings): string[] {
  const encoded = wire.block.transactions.map(transactionRlp);
  const hashes = encoded.map((rlp) => hexlify(keccak(getBytes(rlp))));
  for (const [index, { hash }] of wire.block.transactions.entries()) {
    const computed = hashes[index] ?? "";
    if (computed === hash.toLowerCase()) continue;
    const sentence = `Transaction ${index} of block ${header.number} is not what its hash says.`;
    findings.add("transactions-root", sentence, "hash", [computed, hash], { transaction: hash });
  }
  const root = trieRoot(encoded);
  if (root !== header.transactionsRoot) {
    const sentence = `The transactions of block ${header.number} are not those that its header says.`;
    findings.add("transactions-root", sentence, "transactionsRoot", [
      header.transactionsRoot,
      root,
    ]);
  }
  return hashes;
}

function checkReceipts(
  wire: WireBlock,
  header: BlockHeader,
  hashes: readonly string[],
  findings: Findings,
): void {
  const root = trieRoot(wire.receipts.map(receiptRlp));
  const narrowed = narrowReceipts(wire.receipts, hashes);
  if (root === header.receiptsRoot && narrowed === undefined) return;
  const { sentence, field, expected, actual, ...place } = narrowed ?? {
    sentence: `The receipts of block ${header.number} are not those that its header says.`,
    field: "receiptsRoot",
    expected: header.receiptsRoot,
    actual: root,
  };
  findings.add("receipts-root", sentence, field, [expected, actual], place);
}

function checkWithdrawals(wire: WireBlock, header: BlockHeader, findings: Findings): void {
  const count = wire.block.withdrawals?.length ?? 0;
  if (count === 0) return;
  const sentence = `Block ${header.number} pays withdrawals, and a permissioned chain has none.`;
  findings.add("withdrawals-root", sentence, "withdrawals", ["0", String(count)]);
}

/** Logs with the places that the chain gives them, whatever the node says of these. */
function logsOf(wire: WireBlock, header: BlockHeader, hashes: readonly string[]): ReplayLog[] {
  let logIndex = -1;
  return wire.receipts.flatMap(({ logs }, transactionIndex) =>
    logs.map(({ address, topics, data }) => {
      logIndex += 1;
      return {
        ...{ address, topics, data, transactionIndex, logIndex },
        blockNumber: Number(header.number),
        blockHash: header.hash,
        transactionHash: hashes[transactionIndex] ?? "",
      };
    }),
  );
}

/** Checks one block: its hash, its parent, and that its transactions and receipts are those that its header commits to. */
export function checkBlock(
  number: number,
  wire: WireBlock,
  parent: string | undefined,
  headers: HeaderCodec,
): CheckedBlock {
  const findings = new Findings(number);
  const header = headerOf(number, wire, headers, findings);
  if (header === undefined) return { header, logs: [], findings: findings.all };
  checkParent(header, parent, findings);
  const hashes = checkTransactions(wire, header, findings);
  checkReceipts(wire, header, hashes, findings);
  checkWithdrawals(wire, header, findings);
  return { header, logs: logsOf(wire, header, hashes), findings: findings.all };
}
