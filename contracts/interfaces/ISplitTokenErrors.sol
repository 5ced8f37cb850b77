// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

/// @title ISplitTokenErrors
/// @notice Why a split token refuses.
interface ISplitTokenErrors {
    /// @notice No position was ever minted under this id.
    /// @param id Token id.
    error SplitTokenUnknown(uint256 id);
    /// @notice The member does not hold the position.
    /// @param id Token id.
    /// @param member Member.
    /// @param owner Member that holds it.
    error SplitTokenNotOwner(uint256 id, uint32 member, uint32 owner);
    /// @notice The account is neither the holder's nor approved for this much.
    /// @param id Token id.
    /// @param account Account.
    error SplitTokenNotApproved(uint256 id, address account);
    /// @notice A value of 0, or a position that is spent.
    /// @param id Token id.
    error SplitTokenZeroValue(uint256 id);
    /// @notice More was asked than is free: held value does not move.
    /// @param id Token id.
    /// @param free Value that is not held.
    /// @param asked Value that the call wanted.
    error SplitTokenExceedsFree(uint256 id, uint256 free, uint256 asked);
    /// @notice The position is frozen by legal order.
    /// @param id Token id.
    error SplitTokenFrozen(uint256 id);
    /// @notice A financed position moves only by financing verbs.
    /// @param id Token id.
    error SplitTokenFinanced(uint256 id);
    /// @notice The position hangs on a payment that a bank has accepted.
    /// @param id Token id.
    error SplitTokenFirm(uint256 id);
    /// @notice Nothing may be held of a position that is merged.
    /// @param id Token id.
    /// @param held Value that is held.
    error SplitTokenHeld(uint256 id, uint256 held);
    /// @notice The part, or what it would leave, is smaller than the minimum lot.
    /// @param id Token id.
    /// @param part Size of the part in question.
    /// @param minLot Smallest part that the rules allow.
    error SplitTokenBelowMinLot(uint256 id, uint256 part, uint256 minLot);
    /// @notice Circulation would go deeper than the rules allow.
    /// @param id Token id.
    /// @param tier Tier of the child.
    /// @param maxTier Deepest tier that the rules allow.
    error SplitTokenTierCap(uint256 id, uint256 tier, uint256 maxTier);
    /// @notice Circulation would need more serials than the rules allow.
    /// @param id Token id.
    /// @param serials Serials of the slot so far.
    /// @param maxSplits Most serials that the rules allow.
    error SplitTokenSplitCap(uint256 id, uint256 serials, uint256 maxSplits);
    /// @notice Circulation ended: the due day is over or a settlement run opened.
    /// @param slot Receivable.
    /// @param today Civil day of the block.
    /// @param dueDay Last civil day of circulation.
    error SplitTokenClosed(uint256 slot, uint256 today, uint256 dueDay);
    /// @notice A settlement run is open; value moves again when it has closed.
    /// @param slot Receivable.
    error SplitTokenRunOpen(uint256 slot);
    /// @notice Sender and recipient are one member.
    /// @param id Token id.
    /// @param member Member.
    error SplitTokenToSelf(uint256 id, uint32 member);
    /// @notice The recipient is the obligor; it sets off by early payment.
    /// @param id Token id.
    /// @param member Member.
    error SplitTokenToDebtor(uint256 id, uint32 member);
    /// @notice The recipient gave this sender no standing acceptance that still holds.
    /// @param recipient Member that accepts.
    /// @param sender Member that passes.
    /// @param until Block time in seconds until which it holds.
    error SplitTokenNotAccepted(uint32 recipient, uint32 sender, uint256 until);
    /// @notice Only siblings of one holder with equal tier and flags merge.
    /// @param id Token id.
    /// @param other The other token.
    error SplitTokenNotSiblings(uint256 id, uint256 other);
    /// @notice A position financed with recourse moves whole; and a split leaves something.
    /// @param id Token id.
    /// @param value Units of value: minor units of money.
    /// @param asked Value that the call wanted.
    error SplitTokenWholeOnly(uint256 id, uint256 value, uint256 asked);
    /// @notice One item of a batch can't pass; the whole batch is refused.
    /// @param index Position of the item in the batch, from 0.
    /// @param reason Encoded error of the item.
    error SplitTokenBatchItem(uint256 index, bytes reason);
    /// @notice A batch is empty or too long.
    /// @param count Items given.
    /// @param limit Most items allowed.
    error SplitTokenBatchSize(uint256 count, uint256 limit);
    /// @notice The offer was never made or has ended.
    /// @param offerId Offer.
    /// @param state 0 none, 1 open, 2 ended.
    error SplitTokenOfferNotOpen(uint256 offerId, uint8 state);
    /// @notice The member is not the one who may do this to the offer.
    /// @param offerId Offer.
    /// @param member Member.
    /// @param needed Member that may.
    error SplitTokenOfferParty(uint256 offerId, uint32 member, uint32 needed);
    /// @notice The offer or hold has expired.
    /// @param id Token id.
    /// @param now_ Block time in seconds.
    /// @param expiresAt Block time in seconds until which it can be taken.
    error SplitTokenExpired(uint256 id, uint256 now_, uint256 expiresAt);
    /// @notice The offer still runs.
    /// @param id Token id.
    /// @param now_ Block time in seconds.
    /// @param expiresAt Block time in seconds until which it can be taken.
    error SplitTokenNotExpired(uint256 id, uint256 now_, uint256 expiresAt);
    /// @notice An expiry must lie ahead.
    /// @param expiresAt Block time in seconds until which it can be taken.
    /// @param now_ Block time in seconds.
    error SplitTokenExpiryInPast(uint256 expiresAt, uint256 now_);
    /// @notice No such hold, or it has ended.
    /// @param holdId Hold.
    error SplitTokenUnknownHold(uint256 holdId);
    /// @notice Only the contract that made a hold ends it.
    /// @param holdId Hold.
    /// @param caller Calling contract.
    /// @param committer Low 72 bits of the address of the ledger contract that alone may commit it.
    error SplitTokenNotCommitter(uint256 holdId, address caller, uint72 committer);
    /// @notice More than a hold has.
    /// @param holdId Hold.
    /// @param value What it holds.
    /// @param asked What was asked for.
    error SplitTokenExceedsHold(uint256 holdId, uint256 value, uint256 asked);
    /// @notice The hold is kept for an active lien already.
    /// @param holdId Hold.
    error SplitTokenHoldKept(uint256 holdId);
    /// @notice The hold is for no active lien.
    /// @param holdId Hold.
    error SplitTokenHoldNotKept(uint256 holdId);
    /// @notice The hold hangs on no payment that a bank has accepted.
    /// @param holdId Hold.
    error SplitTokenNotFirm(uint256 holdId);
    /// @notice ERC-5192: whole tokens never move, since a pass mints a child.
    /// @param id Token id.
    error SplitTokenLocked(uint256 id);
    /// @notice Value never moves into another member's existing token.
    /// @param id Token id.
    /// @param owner Member that holds it.
    error SplitTokenOtherMembersToken(uint256 id, uint32 owner);
    /// @notice Only an active account of a member can be approved.
    /// @param operator Account that was to be approved.
    error SplitTokenOperatorNotMember(address operator);
    /// @notice The receiving contract does not answer as ERC-3525 receivers do.
    /// @param receiver Contract at the recipient's account.
    /// @param id Token id.
    error SplitTokenReceiverRefused(address receiver, uint256 id);
    /// @notice The nonce is used up: what was signed under it can't be used again.
    /// @param member Member.
    /// @param nonce Bitmap nonce.
    error SplitTokenNonceUsed(uint32 member, uint256 nonce);
}
