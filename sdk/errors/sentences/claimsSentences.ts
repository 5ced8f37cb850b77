import type { IClaims__factory } from "../../generated/factories/interfaces/IClaims__factory.ts";
import { claimPhases } from "../../vocabulary/claimPhases.ts";
import type { SentencesOf } from "../sentencesOf.ts";

/** Why `Claims` refuses. The ledger knows tags only: which invoice it is, the parties' documents say. */
export const claimsSentences: SentencesOf<typeof IClaims__factory.abi> = {
  ClaimsForeignClaimant: ({ claimant, caller }) =>
    `contract ${caller} does not keep claimant ${claimant}`,
  ClaimsNothingUsed: () => "no invoice is named",
  ClaimsTooMany: ({ count, limit }) => `${count} uses are named and ${limit} is the most`,
  ClaimsZeroAmount: ({ tag }) => `nothing of the invoice with tag ${tag} is used`,
  ClaimsOverused: ({ tag, exists, used, asked }, say) =>
    `the invoice with tag ${tag} has ${say.amount(exists)}, of which ${say.amount(used)} are used already, and this asks for ${say.amount(asked)}`,
  ClaimsOtherFace: ({ tag, actual, stated }, say) =>
    `the invoice with tag ${tag} is known with a face of ${say.amount(actual)}, not of ${say.amount(stated)}`,
  ClaimsOtherUnit: ({ tag, actual, stated }, say) =>
    `the invoice with tag ${tag} is known in ${say.currency(actual)}, not in ${say.currency(stated)}`,
  ClaimsWrongPhase: ({ actual, needed }, say) =>
    `the claim is ${say.name(claimPhases, actual)} and would have to be ${say.name(claimPhases, needed)}`,
  ClaimsWrongEpoch: ({ epoch, current }) =>
    `the tags are of key epoch ${epoch} and epoch ${current} is in force`,
  ClaimsKeyMissing: ({ epoch }) => `key epoch ${epoch} can't be opened without a key`,
  ClaimsTooManyEpochs: ({ earlier, limit }) =>
    `${earlier} earlier key epochs still have unreleased claims and ${limit} is the most`,
  ClaimsEpochMissing: ({ epoch }) =>
    `key epoch ${epoch} still has unreleased claims, and no tags of it are presented`,
  ClaimsTagCount: ({ epoch, count, needed }) =>
    `${count} tags of key epoch ${epoch} are presented for ${needed} things`,
  ClaimsUnknownUse: ({ index, count }) => `there is no invoice ${index} among the ${count} of it`,
  ClaimsCreditTooLarge: ({ exists, amount }, say) =>
    `the credit note of ${say.amount(amount)} is more than the ${say.amount(exists)} that is left of the invoice`,
  ClaimsCreditKnown: ({ noteTag }) => `the credit note with tag ${noteTag} was recorded before`,
  ClaimsShort: ({ exists, used }, say) =>
    `credit notes left ${say.amount(exists)} of an invoice of which ${say.amount(used)} is used`,
  ClaimsRangeTaken: ({ from, to, takenFrom, takenTo }) =>
    `the bill's range ${from} to ${to} overlaps ${takenFrom} to ${takenTo}, which is claimed already`,
  ClaimsWrongNeighbour: ({ left }) => `no claimed range of the bill starts at ${left} right below`,
  ClaimsEmptyRange: ({ from, to }) => `the bill's range ${from} to ${to} is empty`,
};
