import type { ISplitToken__factory } from "../../generated/factories/interfaces/ISplitToken__factory.ts";
import { offerStates } from "../../vocabulary/offerStates.ts";
import type { SentencesOf } from "../sentencesOf.ts";

/** Why certificates and warehouse receipts refuse to circulate. */
export const splitTokenSentences: SentencesOf<typeof ISplitToken__factory.abi> = {
  SplitTokenUnknown: ({ id }, say) => `there is no ${say.token(id)}`,
  SplitTokenNotOwner: ({ id, member, owner }, say) =>
    `${say.token(id)} belongs to ${say.member(owner)}, not to ${say.member(member)}`,
  SplitTokenNotApproved: ({ id, account }, say) =>
    `account ${account} is not approved to move ${say.token(id)}`,
  SplitTokenZeroValue: ({ id }, say) => `nothing of ${say.token(id)} would move`,
  SplitTokenExceedsFree: ({ id, free, asked }, say) =>
    `${say.moneyIn(free, id)} of ${say.token(id)} is free, this asks for ${say.moneyIn(asked, id)}`,
  SplitTokenFrozen: ({ id }, say) => `${say.token(id)} is frozen by a legal order`,
  SplitTokenFinanced: ({ id }, say) => `${say.token(id)} is financed, so it does not circulate`,
  SplitTokenFirm: ({ id }, say) => `a payment that its bank has accepted hangs on ${say.token(id)}`,
  SplitTokenHeld: ({ id, held }, say) => `${say.moneyIn(held, id)} of ${say.token(id)} is held`,
  SplitTokenBelowMinLot: ({ id, part, minLot }, say) =>
    `a part of ${say.moneyIn(part, id)} of ${say.token(id)} would be smaller than ${say.moneyIn(minLot, id)}, the smallest allowed`,
  SplitTokenTierCap: ({ id, tier, maxTier }, say) =>
    `${say.token(id)} would reach tier ${tier} and ${maxTier} is the deepest`,
  SplitTokenSplitCap: ({ id, serials, maxSplits }, say) =>
    `the ${say.split === "receipt" ? "lot" : "receivable"} of ${say.token(id)} would have ${serials} parts and ${maxSplits} is the most`,
  SplitTokenClosed: ({ slot, today, dueDay }, say) =>
    say.split === "receipt"
      ? `receipts of lot ${slot} don't circulate: storage ends on ${say.day(dueDay)} and today is ${say.day(today)}, or the lot is short`
      : `certificates of receivable ${slot} no longer circulate: it is due on ${say.day(dueDay)} and today is ${say.day(today)}, or its settlement has begun`,
  SplitTokenRunOpen: ({ slot }) =>
    `receivable ${slot} is being settled, and nothing of it moves until that is done`,
  SplitTokenToSelf: ({ id, member }, say) =>
    id === 0n
      ? `${say.member(member)} can't pass to itself or accept from itself; a split keeps both parts`
      : `${say.token(id)} is ${say.member(member)}'s already`,
  SplitTokenToDebtor: ({ id, member }, say) =>
    `${say.token(id)} can't be passed to ${say.member(member)}, who owes it`,
  SplitTokenNotAccepted: ({ recipient, sender, until }, say) =>
    until === 0n
      ? `${say.member(recipient)} has no standing acceptance for ${say.member(sender)}`
      : `${say.member(recipient)}'s standing acceptance for ${say.member(sender)} ended at ${say.time(until)}`,
  SplitTokenNotSiblings: ({ id, other }, say) =>
    `${say.split}s ${id} and ${other} are not parts of one ${say.split}`,
  SplitTokenWholeOnly: ({ id, value, asked }, say) =>
    `${say.token(id)} moves whole, ${say.moneyIn(value, id)}, or not at all; this asks for ${say.moneyIn(asked, id)}`,
  SplitTokenBatchItem: ({ index, reason }, say) =>
    `item ${index + 1n} of the batch is refused, and so is the whole batch: ${say.inside(reason)}`,
  SplitTokenBatchSize: ({ count, limit }) =>
    `the batch has ${count} items; it may have 1 to ${limit}`,
  SplitTokenOfferNotOpen: ({ offerId, state }, say) =>
    say.name(offerStates, state) === "none"
      ? `there is no offer ${offerId}`
      : `offer ${offerId} has ended`,
  SplitTokenOfferParty: ({ offerId, member, needed }, say) =>
    `this is for ${say.member(needed)} to do on offer ${offerId}, not for ${say.member(member)}`,
  SplitTokenExpired: ({ id, now_, expiresAt }, say) =>
    `offer or hold ${id} expired at ${say.time(expiresAt)}, and it is ${say.time(now_)}`,
  SplitTokenNotExpired: ({ id, now_, expiresAt }, say) =>
    `offer or hold ${id} stands until ${say.time(expiresAt)}, and it is ${say.time(now_)}`,
  SplitTokenExpiryInPast: ({ expiresAt, now_ }, say) =>
    `it can't expire at ${say.time(expiresAt)}, since it is ${say.time(now_)} already`,
  SplitTokenUnknownHold: ({ holdId }) => `there is no hold ${holdId}, or it has ended`,
  SplitTokenNotCommitter: ({ holdId, caller, committer }) =>
    `hold ${holdId} is for the contract at …${committer.toString(16).padStart(18, "0")} to end, not for ${caller}`,
  SplitTokenExceedsHold: ({ holdId, value, asked }) =>
    `hold ${holdId} holds ${value}, this asks for ${asked}`,
  SplitTokenHoldKept: ({ holdId }) => `hold ${holdId} is kept for an active lien already`,
  SplitTokenHoldNotKept: ({ holdId }) => `hold ${holdId} is for no active lien`,
  SplitTokenNotFirm: ({ holdId }) =>
    `no payment that its bank has accepted hangs on hold ${holdId}`,
  SplitTokenLocked: ({ id }, say) =>
    `${say.token(id)} never moves as a token: passing it makes a new one`,
  SplitTokenOtherMembersToken: ({ id, owner }, say) =>
    `${say.token(id)} is ${say.member(owner)}'s; value is passed to a member, not into its ${say.split}`,
  SplitTokenOperatorNotMember: ({ operator }) => `account ${operator} acts for no member`,
  SplitTokenReceiverRefused: ({ receiver, id }, say) =>
    `contract ${receiver} does not take ${say.token(id)}`,
  SplitTokenNonceUsed: ({ member, nonce }, say) =>
    `${say.member(member)} used or cancelled nonce ${nonce} already`,
};
