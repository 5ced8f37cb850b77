import { proveInTrie } from "../chain/proveInTrie.ts";
import { receiptRlp } from "../chain/receiptRlp.ts";
import { decodeLedgerEvents } from "../events/decodeLedgerEvents.ts";
import type { LedgerDeployment } from "../ledger/ledger.ts";
import { concernsLineage, type LineageScope } from "./concernsLineage.ts";
import type { EvidenceBundle } from "./evidenceBundle.ts";
import type { EvidenceNode, PlacedLog } from "./evidenceNode.ts";
import { receiptLogs } from "./receiptLogs.ts";

/** A receipt that goes into a bundle, or why it does not. */
export type ReceiptChoice = {
  readonly certificate: bigint;
  readonly receipt: EvidenceBundle["receipts"][number] | null;
  /** Events beside the lineage's that it shows, or would show: `contract.Event`. */
  readonly others: readonly string[];
};

/** The receipt of the transaction in which a certificate of the lineage came to be. */
export async function receiptFor(
  node: EvidenceNode,
  deployment: LedgerDeployment,
  scope: LineageScope,
  [certificate, log]: readonly [bigint, PlacedLog],
  withOthers: boolean,
): Promise<ReceiptChoice> {
  const [block, index] = [Number(log.blockNumber), Number(log.transactionIndex)];
  const encoded = (await node.receipts(block)).map(receiptRlp);
  const logs = receiptLogs(encoded[index] ?? "0x");
  const events = decodeLedgerEvents(deployment, logs);
  const others = events
    .filter((event) => !concernsLineage(event, scope))
    .map(({ contract, name }) => `${contract}.${name}`);
  if (events.length < logs.length) others.push("a contract outside the ledger");
  const shown = withOthers || others.length === 0;
  const receipt = shown ? { block, index, proof: proveInTrie(encoded, index) } : null;
  return { certificate, receipt, others };
}
