import { toBeHex } from "ethers";
import { ledgerInterfaces } from "../events/ledgerInterfaces.ts";
import type { EvidenceBundle } from "./evidenceBundle.ts";
import type { EvidenceNode, PlacedLog } from "./evidenceNode.ts";

/** Where a lineage is on a node's chain. */
export type LineageGround = {
  readonly node: EvidenceNode;
  readonly contracts: EvidenceBundle["contracts"];
  readonly receivable: bigint;
  readonly certificates: readonly bigint[];
  /** First and last block to look at. */
  readonly from: number;
  readonly to: number;
};

/** The logs that tell how a lineage came to be. */
export type LifeLogs = {
  readonly registered: PlacedLog | undefined;
  readonly confirmed: PlacedLog | undefined;
  readonly accepted: PlacedLog | undefined;
  /** By certificate. */
  readonly hops: ReadonlyMap<bigint, PlacedLog>;
};

function topicOf(contract: "receivables" | "creditCertificates", event: string): string {
  return ledgerInterfaces[contract].getEvent(event)?.topicHash ?? "";
}

/** The first block not before a time, by halves. */
async function blockAt(
  node: EvidenceNode,
  time: bigint,
  from: number,
  to: number,
): Promise<number> {
  let [low, high] = [from, to];
  while (low < high) {
    const middle = low + Math.floor((high - low) / 2);
    if ((await node.header(middle)).timestamp < time) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * Finds the logs of a lineage by their topics.
 *
 * @param confirmedAt when it was confirmed: nothing but its registration is older
 */
export async function lifeLogs(ground: LineageGround, confirmedAt: bigint): Promise<LifeLogs> {
  const { node, contracts, receivable, certificates, to } = ground;
  const start = await blockAt(node, confirmedAt, ground.from, to);
  const id = toBeHex(receivable, 32);
  const of = (event: string, from = start, until = to): Promise<PlacedLog[]> =>
    node.logsIn(contracts.receivables, [topicOf("receivables", event), id], from, until);
  const ids = certificates.map((certificate) => toBeHex(certificate, 32));
  const minted = [
    topicOf("creditCertificates", "RootMinted"),
    topicOf("creditCertificates", "Passed"),
  ];
  const hops = await node.logsIn(contracts.creditCertificates, [minted, ids], start, to);
  const [confirmed] = await of("ReceivableConfirmed");
  const [accepted] = await of("ReceivableAccepted");
  const [registered] = await of("ReceivableRegistered", ground.from, start);
  return {
    registered,
    confirmed,
    accepted,
    hops: new Map(hops.map((log) => [BigInt(log.topics[1] ?? 0), log])),
  };
}
