import type { LedgerDeployment } from "../ledger/ledger.ts";
import type { LineageScope } from "./concernsLineage.ts";
import type { EvidenceNode } from "./evidenceNode.ts";
import type { LifeLogs } from "./lifeLogs.ts";
import { type ReceiptChoice, receiptFor } from "./receiptFor.ts";

/** Headers that tie a receipt to the proved block, on an engine without seals: more would make a bundle too long to mail. */
const MOST_LINKS = 64;

/** How receipts are chosen. */
export type ReceiptRules = {
  /** Receipts that show other things of the ledger, too. */
  readonly withReceipts: boolean;
  /** Whether each header is proved by itself, and needs no chain of headers up to the proved block. */
  readonly sealed: boolean;
  readonly block: number;
};

/** For each certificate of a lineage its receipt, or why it is left out. */
export async function chosenReceipts(
  node: EvidenceNode,
  deployment: LedgerDeployment,
  scope: LineageScope,
  { hops }: LifeLogs,
  { withReceipts, sealed, block }: ReceiptRules,
): Promise<readonly ReceiptChoice[]> {
  const choices: ReceiptChoice[] = [];
  for (const hop of hops) {
    const far = block - Number(hop[1].blockNumber) > MOST_LINKS;
    const choice = await receiptFor(node, deployment, scope, hop, withReceipts);
    const reachable = sealed || withReceipts || !far;
    choices.push(reachable ? choice : { ...choice, receipt: null });
  }
  return choices;
}
