import { AbiCoder, keccak256, toBeHex } from "ethers";
import { verifyInclusion } from "../anchors/verifyInclusion.ts";
import { EvidenceError } from "../errors/EvidenceError.ts";
import { termsDigest } from "../terms/termsDigest.ts";
import { type AnchorKind, anchorKinds } from "../vocabulary/anchorKinds.ts";
import { type AnchorState, anchorStates } from "../vocabulary/anchorStates.ts";
import { nameAt } from "../vocabulary/nameAt.ts";
import type { EvidenceBundle } from "./evidenceBundle.ts";
import { fieldOf } from "./fieldOf.ts";
import { ledgerLayout } from "./ledgerLayout.ts";
import { ledgerWord } from "./ledgerWord.ts";
import type { LineageLink } from "./lineageAt.ts";
import type { ReceivableFacts } from "./receivableAt.ts";
import type { WordReader } from "./wordReader.ts";

/** An opened document: in the tree that the confirmed terms name, or in one that a member anchored about the lineage. */
export type DocumentFacts = {
  readonly digest: string;
  readonly root: string;
} & (
  | { readonly anchoredBy: "terms" }
  | {
      readonly anchoredBy: "anchor";
      readonly member: number;
      readonly kind: AnchorKind;
      readonly state: AnchorState;
      /** Block time in seconds. */
      readonly anchoredAt: bigint;
      /** What the anchor says it is about: the terms by their digest, or a number, which other nouns may bear too. */
      readonly about: "terms" | "receivable-number" | "certificate-number";
    }
);

type Opening = EvidenceBundle["documents"][number];

const { entry } = ledgerLayout.documentAnchors;

function unproved({ digest, root }: Opening, reason: string): EvidenceError {
  const sentence = `Document ${digest}: ${reason}.`;
  const details = { digest, root };
  return new EvidenceError("evidence-document-not-included", sentence, { details });
}

function fingerprintOf(subject: string): bigint {
  const digest = keccak256(AbiCoder.defaultAbiCoder().encode(["bytes32"], [subject]));
  return BigInt(digest) >> 128n;
}

function aboutOf(
  fingerprint: bigint,
  facts: ReceivableFacts,
  lineage: readonly LineageLink[],
): "terms" | "receivable-number" | "certificate-number" | undefined {
  if (fingerprint === fingerprintOf(facts.termsDigest)) return "terms";
  if (fingerprint === fingerprintOf(toBeHex(facts.receivable, 32))) return "receivable-number";
  const named = lineage.some(
    ({ certificate }) => fingerprint === fingerprintOf(toBeHex(certificate, 32)),
  );
  return named ? "certificate-number" : undefined;
}

function anchoredAt(
  reader: WordReader,
  opening: Opening,
  facts: ReceivableFacts,
  lineage: readonly LineageLink[],
): DocumentFacts {
  const word = reader.read(ledgerWord.anchor(opening.root));
  const state = nameAt(anchorStates, fieldOf(word, entry.state));
  if (state === "none") throw unproved(opening, "its tree isn't anchored");
  if (2n ** BigInt(opening.proof.length) >= 2n * fieldOf(word, entry.count)) {
    throw unproved(opening, "its proof is longer than the anchored tree is high");
  }
  const about = aboutOf(fieldOf(word, entry.subject), facts, lineage);
  if (about === undefined) throw unproved(opening, "its tree is anchored about something else");
  return {
    digest: opening.digest,
    root: opening.root,
    anchoredBy: "anchor",
    member: Number(fieldOf(word, entry.member)),
    kind: nameAt(anchorKinds, fieldOf(word, entry.kind)),
    state,
    anchoredAt: fieldOf(word, entry.anchoredAt),
    about,
  };
}

/**
 * The opened documents, each in a tree that the ledger ties to this lineage.
 *
 * @throws EvidenceError `evidence-document-not-included`, `evidence-superfluous` for terms that nothing needs
 */
export function documentsAt(
  reader: WordReader,
  { documents, terms }: Pick<EvidenceBundle, "documents" | "terms">,
  facts: ReceivableFacts,
  lineage: readonly LineageLink[],
): readonly DocumentFacts[] {
  if (terms !== null && termsDigest(terms) !== facts.termsDigest) {
    const sentence = "The terms are not those that the parties of the receivable agreed on.";
    throw new EvidenceError("evidence-document-not-included", sentence);
  }
  const inTerms = (root: string): boolean => terms !== null && terms.documentRoot === root;
  if (terms !== null && !documents.some(({ root }) => inTerms(root))) {
    const sentence = "The terms are opened though no document of them is.";
    throw new EvidenceError("evidence-superfluous", sentence);
  }
  return documents.map((opening) => {
    const { root, digest, proof } = opening;
    if (!verifyInclusion(root, opening, proof)) throw unproved(opening, "it isn't in its tree");
    if (inTerms(root)) return { digest, root, anchoredBy: "terms" };
    return anchoredAt(reader, opening, facts, lineage);
  });
}
