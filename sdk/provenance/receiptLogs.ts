import { readRlp } from "../chain/readRlp.ts";
import { EvidenceError } from "../errors/EvidenceError.ts";
import type { LedgerLog } from "../events/ledgerLog.ts";

type Tree = ReturnType<typeof readRlp>;

function invalid(): EvidenceError {
  return new EvidenceError("evidence-receipt-invalid", "The receipt has no logs of a success.");
}

function text(tree: Tree | undefined): string {
  if (typeof tree === "string") return tree;
  throw invalid();
}

function list(tree: Tree | undefined): readonly Tree[] {
  if (typeof tree === "object") return tree;
  throw invalid();
}

/**
 * The logs of a receipt out of its encoding in the receipt trie.
 *
 * @throws EvidenceError `evidence-receipt-invalid` also for a transaction that failed
 */
export function receiptLogs(encoded: string): readonly LedgerLog[] {
  // A typed receipt begins with its type, a legacy one with its list.
  const typed = Number.parseInt(encoded.slice(2, 4), 16) < 0x80;
  const [status, , , logs] = list(readRlp(typed ? `0x${encoded.slice(4)}` : encoded));
  if (status !== "0x01") throw invalid();
  return list(logs).map((log) => {
    const [address, topics, data] = list(log);
    return { address: text(address), topics: list(topics).map(text), data: text(data) };
  });
}
