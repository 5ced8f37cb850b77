// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {ISplitToken} from "./ISplitToken.sol";

/// @title ISplitTokenEvents
/// @notice What a split token announces; with the positions' own fields it suffices to rebuild its state.
interface ISplitTokenEvents {
    /// @notice The first position of a slot exists.
    /// @param id Token id.
    /// @param owner Member that holds it.
    /// @param noticeTo Member that is notified of assignments.
    /// @param value Units of value: minor units of money.
    /// @param ref Request reference; zero for direct callers.
    event RootMinted(uint256 indexed id, uint32 indexed owner, uint32 indexed noticeTo, uint256 value, bytes32 ref);
    /// @notice Value passed to another member as a new child. In circulation this is the notice of assignment to
    /// `noticeTo` (Civil Code art. 546).
    /// @param id Token id.
    /// @param to Receiving member.
    /// @param noticeTo Member that is notified of assignments.
    /// @param parentId Token that the value was passed from.
    /// @param value Units of value: minor units of money.
    /// @param cause Verb that passed it.
    /// @param tradeReference Digest of the trade that this hop pays.
    /// @param ref Request reference; zero for direct callers.
    event Passed(
        uint256 indexed id,
        uint32 indexed to,
        uint32 indexed noticeTo,
        uint256 parentId,
        uint256 value,
        ISplitToken.Cause cause,
        bytes32 tradeReference,
        bytes32 ref
    );
    /// @notice A holder split a position; `id` is a sibling of `fromId`.
    /// @param id Token id.
    /// @param fromId Token that the value came from.
    /// @param value Units of value: minor units of money.
    /// @param ref Request reference; zero for direct callers.
    event SplitToSelf(uint256 indexed id, uint256 indexed fromId, uint256 value, bytes32 ref);
    /// @notice Value of `fromId` moved into its sibling `id`.
    /// @param id Token id.
    /// @param fromId Token that the value came from.
    /// @param value Units of value: minor units of money.
    /// @param ref Request reference; zero for direct callers.
    event Merged(uint256 indexed id, uint256 indexed fromId, uint256 value, bytes32 ref);
    /// @notice Value is reserved for a recipient.
    /// @param offerId Offer.
    /// @param token Token.
    /// @param to Receiving member.
    /// @param value Units of value: minor units of money.
    /// @param expiresAt Block time in seconds until which it can be taken.
    /// @param tradeReference Digest of the trade that this hop pays.
    /// @param ref Request reference; zero for direct callers.
    event Offered(
        uint256 indexed offerId,
        uint256 indexed token,
        uint32 indexed to,
        uint256 value,
        uint40 expiresAt,
        bytes32 tradeReference,
        bytes32 ref
    );
    /// @notice The recipient took it.
    /// @param offerId Offer.
    /// @param childId Token that was minted for the recipient.
    /// @param ref Request reference; zero for direct callers.
    event OfferAccepted(uint256 indexed offerId, uint256 childId, bytes32 ref);
    /// @notice The recipient declined.
    /// @param offerId Offer.
    /// @param ref Request reference; zero for direct callers.
    event OfferDeclined(uint256 indexed offerId, bytes32 ref);
    /// @notice The holder took it back.
    /// @param offerId Offer.
    /// @param ref Request reference; zero for direct callers.
    event OfferCancelled(uint256 indexed offerId, bytes32 ref);
    /// @notice It ended by expiry, or with the circulation of its slot.
    /// @param offerId Offer.
    /// @param ref Request reference; zero for direct callers.
    event OfferExpired(uint256 indexed offerId, bytes32 ref);
    /// @notice A recipient set or ended its standing acceptance of a sender.
    /// @param recipient Member that accepts.
    /// @param sender Member that passes.
    /// @param until Block time in seconds until which it holds.
    /// @param framework Digest of the framework contract.
    /// @param ref Request reference; zero for direct callers.
    event StandingAcceptanceSet(
        uint32 indexed recipient,
        uint32 indexed sender,
        uint40 until,
        bytes32 framework,
        bytes32 ref
    );
    /// @notice A ledger contract reserved value.
    /// @param holdId Hold.
    /// @param token Token.
    /// @param committer Ledger contract that alone may commit it.
    /// @param value Units of value: minor units of money.
    /// @param expiresAt Block time in seconds until which it can be taken.
    /// @param ref Request reference; zero for direct callers.
    event Held(
        uint256 indexed holdId,
        uint256 indexed token,
        address indexed committer,
        uint256 value,
        uint40 expiresAt,
        bytes32 ref
    );
    /// @notice A bank accepted the payment it hangs on: it no longer expires.
    /// @param holdId Hold.
    /// @param ref Request reference; zero for direct callers.
    event HoldMadeFirm(uint256 indexed holdId, bytes32 ref);
    /// @notice The payment it hung on failed: it is held as before.
    /// @param holdId Hold.
    /// @param ref Request reference; zero for direct callers.
    event HoldLoosened(uint256 indexed holdId, bytes32 ref);
    /// @notice It belongs to an active lien now: neither time nor a settlement run ends it.
    /// @param holdId Hold.
    /// @param ref Request reference; zero for direct callers.
    event HoldKept(uint256 indexed holdId, bytes32 ref);
    /// @notice A hold became smaller, or ended with nothing left.
    /// @param holdId Hold.
    /// @param value What it lost.
    /// @param rest What it still holds.
    /// @param ref Request reference; zero for direct callers.
    event HoldReduced(uint256 indexed holdId, uint72 value, uint72 rest, bytes32 ref);
    /// @notice A hold ended and its value is free.
    /// @param holdId Hold.
    /// @param ref Request reference; zero for direct callers.
    event HoldReleased(uint256 indexed holdId, bytes32 ref);
    /// @notice A hold ended and its value moved or was settled.
    /// @param holdId Hold.
    /// @param ref Request reference; zero for direct callers.
    event HoldCommitted(uint256 indexed holdId, bytes32 ref);
    /// @notice The flags of a position changed (`PositionLib` names the bits).
    /// @param id Token id.
    /// @param flags Bits of `PositionLib`.
    /// @param ref Request reference; zero for direct callers.
    event FlagsSet(uint256 indexed id, uint8 flags, bytes32 ref);
    /// @notice A slot reached a level from which operators want to look at its circulation.
    /// @param id Token id.
    /// @param serials Serials of the slot so far.
    /// @param tier Tier of the child.
    /// @param ref Request reference; zero for direct callers.
    event CirculationWarning(uint256 indexed id, uint256 serials, uint256 tier, bytes32 ref);

    /// @notice A nonce was used up, by what was signed under it or by its own member.
    /// @param member Member.
    /// @param nonce Bitmap nonce.
    /// @param ref Request reference; zero for direct callers.
    event NonceSpent(uint32 indexed member, uint256 nonce, bytes32 ref);
}
