import { headerFromRlp } from "../../sdk/chain/index.ts";
import { qbftHeaders } from "../../sdk/consensus/qbft/qbftHeaders.ts";
import type { EvidenceBundle } from "../../sdk/provenance/index.ts";
import { ledgerWord } from "../../sdk/provenance/ledgerWord.ts";

/** A bundle about the same with some documents, receipts and signatures left out, and all that only they needed. */
export function lightenedEvidence(bundle: EvidenceBundle, random: () => number): EvidenceBundle {
  const some = <Item>(items: readonly Item[]): Item[] => items.filter(() => random() < 0.6);
  const documents = some(bundle.documents);
  const receipts = some(bundle.receipts);
  const { confirmation, acceptance, endorsements } = bundle.signatures;
  const signatures = {
    confirmation: random() < 0.6 ? confirmation : null,
    acceptance: random() < 0.6 ? acceptance : null,
    endorsements: some(endorsements),
  };
  const signed = [signatures.confirmation, signatures.acceptance, ...signatures.endorsements];
  const slots = new Set(
    signed.flatMap((each) => (each === null ? [] : [ledgerWord.account(each.account).slot])),
  );
  const { members, documentAnchors } = bundle.storage;
  const words = members?.words.filter(({ slot }) => slots.has(slot)) ?? [];
  const blocks = new Set([bundle.block, ...receipts.map(({ block }) => block)]);
  const opened = documents.some(({ root }) => root === bundle.terms?.documentRoot);
  return {
    ...bundle,
    documents,
    receipts,
    signatures,
    terms: opened ? bundle.terms : null,
    headers: bundle.headers.filter((rlp) =>
      blocks.has(Number(headerFromRlp(rlp, qbftHeaders).number)),
    ),
    storage: {
      ...bundle.storage,
      members: members === null || words.length === 0 ? null : { ...members, words },
      documentAnchors: documents.length > 0 && !opened ? documentAnchors : null,
    },
  };
}
