import type { IDocumentAnchors__factory } from "../../generated/factories/interfaces/IDocumentAnchors__factory.ts";
import { anchorStates } from "../../vocabulary/anchorStates.ts";
import type { SentencesOf } from "../sentencesOf.ts";

/** Why `DocumentAnchors` refuses. */
export const documentAnchorsSentences: SentencesOf<typeof IDocumentAnchors__factory.abi> = {
  DocumentAnchorsZeroRoot: () => "the root is zero, which is no digest of anything",
  DocumentAnchorsZeroCount: ({ root }) => `root ${root} is said to cover no document`,
  DocumentAnchorsNoKind: ({ root }) => `nothing says what the documents of root ${root} are`,
  DocumentAnchorsAnchoredBefore: ({ root, member }, say) =>
    `root ${root} was anchored before, by ${say.member(member)}`,
  DocumentAnchorsUnknownRoot: ({ root }) => `nobody anchored root ${root}`,
  DocumentAnchorsNotAnchoredBy: ({ root, member, needed }, say) =>
    `root ${root} was anchored by ${say.member(needed)}, not by ${say.member(member)}`,
  DocumentAnchorsNotCurrent: ({ root, actual }, say) =>
    `root ${root} is ${say.name(anchorStates, actual)}`,
  DocumentAnchorsNotIncluded: ({ root, leaf }) =>
    `leaf ${leaf} is not below root ${root}: the proof is of another tree, another document or another salt`,
};
