import type { EvidenceBundle } from "./evidenceBundle.ts";
import type { EvidenceNode } from "./evidenceNode.ts";
import type { LifeLogs } from "./lifeLogs.ts";
import { signaturesIn, type TransactionSignatures } from "./signaturesIn.ts";

type Signatures = EvidenceBundle["signatures"];

/** Every signature that the transactions of a lineage carried, checked or not. */
export async function carriedSignatures(
  node: EvidenceNode,
  contracts: EvidenceBundle["contracts"],
  { confirmed, accepted, hops }: LifeLogs,
): Promise<Signatures> {
  const carried = async (hash: string | undefined): Promise<TransactionSignatures> =>
    hash === undefined ? {} : signaturesIn(contracts, await node.transaction(hash));
  const [of, by] = [confirmed?.transactionHash, accepted?.transactionHash];
  const confirmation = (await carried(of)).confirmation ?? null;
  const acceptance = (await carried(by)).acceptance ?? null;
  const endorsements: Signatures["endorsements"] = [];
  for (const [certificate, { transactionHash }] of hops) {
    const { endorsement } = await carried(transactionHash);
    if (endorsement !== undefined) endorsements.push({ certificate, ...endorsement });
  }
  return { confirmation, acceptance, endorsements };
}
