import type { EvidenceBundle } from "./evidenceBundle.ts";
import type { EvidenceNode } from "./evidenceNode.ts";
import type { EvidenceContract, LedgerWord } from "./ledgerWord.ts";

type Storage = EvidenceBundle["storage"];
type Proved = Storage["creditCertificates"];

/** Proofs of words at a block, in the order in which a bundle writes them. */
export async function storageProofs(
  node: EvidenceNode,
  contracts: EvidenceBundle["contracts"],
  words: readonly LedgerWord[],
  block: number,
): Promise<Storage> {
  const of = async (contract: EvidenceContract): Promise<Proved | null> => {
    const slots = words
      .filter((word) => word.contract === contract)
      .map(({ slot }) => slot)
      .sort();
    if (slots.length === 0) return null;
    const { accountProof, storageProof } = await node.proofs(contracts[contract], slots, block);
    return {
      account: accountProof,
      words: slots.map((slot, index) => ({ slot, proof: storageProof[index]?.proof ?? [] })),
    };
  };
  const nothing: Proved = { account: [], words: [] };
  return {
    creditCertificates: (await of("creditCertificates")) ?? nothing,
    receivables: (await of("receivables")) ?? nothing,
    liens: await of("liens"),
    members: await of("members"),
    documentAnchors: await of("documentAnchors"),
  };
}
