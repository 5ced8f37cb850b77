import type { EvidenceGap, EvidenceProof, EvidenceVerdict } from "./evidenceVerdict.ts";

type Facts = Pick<
  EvidenceVerdict,
  "lineage" | "certificate" | "documents" | "signatures" | "encumbrance" | "trust"
>;

/** Whether every hop below the root is told by a receipt. */
function timesShown({ lineage }: Facts): boolean {
  return lineage.every(({ hop }) => hop !== null);
}

function endorsementsSigned({ lineage, signatures }: Facts): boolean {
  const signed = signatures.filter((each) => each.of === "endorsement").length;
  return lineage.length > 1 && signed === lineage.length - 1;
}

/** Whether nothing is held of it, by whomever, and nothing binds it. That a financier bought it does neither. */
function isFree({ certificate, encumbrance }: Facts): boolean {
  const bound = certificate.flags.some((flag) => flag !== "financed");
  return !bound && encumbrance.pledged === 0n && encumbrance.reserved === 0n;
}

/** What of a bundle's possible claims was proved, and what wasn't: each is in one of the lists. */
export function gapsOf(facts: Facts): {
  readonly proved: readonly EvidenceProof[];
  readonly notProved: readonly EvidenceGap[];
} {
  const proved: EvidenceProof[] = ["certificate", "lineage", "receivable-confirmed"];
  const notProved: EvidenceGap[] = [];
  const claim = (holds: boolean, proof: EvidenceProof, gap: EvidenceGap): void => {
    if (holds) proved.push(proof);
    else notProved.push(gap);
  };
  const signed = (of: string): boolean => facts.signatures.some((each) => each.of === of);
  proved.push(isFree(facts) ? "unencumbered" : "encumbered");
  if (facts.encumbrance.liens.length > 1) notProved.push("priority");
  claim(facts.documents.length > 0, "documents", "documents");
  claim(signed("confirmation"), "confirmation-signed", "confirmation-signature");
  claim(signed("acceptance"), "acceptance-signed", "acceptance-signature");
  if (facts.lineage.length > 1) {
    claim(endorsementsSigned(facts), "endorsements-signed", "endorsement-signatures");
  }
  claim(timesShown(facts), "endorsement-times", "endorsement-times");
  if (facts.trust.kind === "checkpoint") notProved.push("seals");
  if (facts.documents.length > 0) notProved.push("document-truth");
  notProved.push("names", "after-block");
  return { proved, notProved };
}
