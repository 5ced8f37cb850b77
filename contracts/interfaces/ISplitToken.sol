// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

/// @title ISplitToken
/// @notice What every token that splits has in common: certificates, warehouse receipts, bills.
/// @dev A token id is `slot << 32 | serial`. Owners are member ids. Every passing to another member mints a child of the
/// passed position, so the lineage is a tree; a spent position keeps its word with value 0.
interface ISplitToken {
    /// @notice Why a child was minted.
    enum Cause {
        Circulation,
        Financing,
        Resale,
        BuyBack,
        Enforcement
    }

    /// @notice What circulation of one slot must keep. Packed in one storage word.
    /// @param serials Serials given out so far.
    /// @param noticeTo Member that each assignment notifies (the obligor).
    /// @param dueDay Last civil day on which it circulates.
    /// @param closed Whether a settlement run ended circulation.
    /// @param running Whether a settlement run is open: until it closes no value of the slot moves but by it.
    struct Slot {
        uint32 serials;
        uint32 noticeTo;
        bytes3 unit;
        uint16 dueDay;
        uint8 maxTier;
        uint8 warnTier;
        uint24 maxSplits;
        uint24 warnSplits;
        uint64 minLot;
        bool closed;
        bool running;
    }

    /// @notice One link of a lineage.
    struct Link {
        uint256 id;
        uint32 owner;
        uint72 value;
        uint72 held;
        uint8 tier;
        uint8 flags;
    }

    /// @notice One recipient of a batch.
    struct Pass {
        uint32 to;
        uint72 value;
        bytes32 tradeReference;
    }

    /// @notice An offer: value that a recipient alone may take until it expires. State: 0 none, 1 open, 2 ended.
    struct Offer {
        uint64 token;
        uint72 value;
        uint40 expiresAt;
        uint32 to;
        uint8 state;
        bytes32 tradeReference;
    }

    /// @notice A recipient's word that it accepts passes of a sender without asking each time.
    /// @param until Block time in seconds after which it no longer holds.
    /// @param framework Digest of the framework contract, the trade reference of ERC transfers.
    struct StandingAcceptance {
        uint40 until;
        bytes32 framework;
    }

    /// @notice What a recipient signs to take one pass. Bitmap nonce of the recipient; EIP-712.
    struct Acceptance {
        uint256 token;
        uint32 to;
        uint72 value;
        bytes32 tradeReference;
        uint256 nonce;
        uint256 deadline;
        uint32 epoch;
    }

    /// @notice A reservation made by another ledger contract, its sole committer.
    /// @param firm Whether a bank has accepted the payment it hangs on: then it does not expire.
    struct Hold {
        uint64 token;
        uint72 value;
        uint40 expiresAt;
        bool firm;
        address committer;
    }

    /// @notice The first position of a slot exists.
    event RootMinted(uint256 indexed id, uint32 indexed owner, uint32 indexed noticeTo, uint256 value, bytes32 ref);
    /// @notice Value passed to another member as a new child. In circulation this is the notice of assignment to
    /// `noticeTo` (Civil Code art. 546).
    event Passed(
        uint256 indexed id,
        uint32 indexed to,
        uint32 indexed noticeTo,
        uint256 parentId,
        uint256 value,
        Cause cause,
        bytes32 tradeReference,
        bytes32 ref
    );
    /// @notice A holder split a position; `id` is a sibling of `fromId`.
    event SplitToSelf(uint256 indexed id, uint256 indexed fromId, uint256 value, bytes32 ref);
    /// @notice All free value of `fromId` moved into its sibling `id`.
    event Merged(uint256 indexed id, uint256 indexed fromId, uint256 value, bytes32 ref);
    event Offered(
        uint256 indexed offerId,
        uint256 indexed token,
        uint32 indexed to,
        uint256 value,
        uint40 expiresAt,
        bytes32 tradeReference,
        bytes32 ref
    );
    event OfferAccepted(uint256 indexed offerId, uint256 childId, bytes32 ref);
    event OfferDeclined(uint256 indexed offerId, bytes32 ref);
    event OfferCancelled(uint256 indexed offerId, bytes32 ref);
    event OfferExpired(uint256 indexed offerId, bytes32 ref);
    event StandingAcceptanceSet(
        uint32 indexed recipient,
        uint32 indexed sender,
        uint40 until,
        bytes32 framework,
        bytes32 ref
    );
    event Held(
        uint256 indexed holdId,
        uint256 indexed token,
        address indexed committer,
        uint256 value,
        uint40 expiresAt,
        bytes32 ref
    );
    event HoldMadeFirm(uint256 indexed holdId, bytes32 ref);
    event HoldReleased(uint256 indexed holdId, bytes32 ref);
    event HoldCommitted(uint256 indexed holdId, bytes32 ref);
    /// @notice The flags of a position changed (`PositionLib` names the bits).
    event FlagsSet(uint256 indexed id, uint8 flags, bytes32 ref);
    /// @notice A slot reached a level from which operators want to look at its circulation.
    event CirculationWarning(uint256 indexed id, uint256 serials, uint256 tier, bytes32 ref);

    /// @notice A member used up one of its nonces.
    event NonceCancelled(uint32 indexed member, uint256 nonce, bytes32 ref);

    error SplitTokenUnknown(uint256 id);
    error SplitTokenNotOwner(uint256 id, uint32 member, uint32 owner);
    error SplitTokenNotApproved(uint256 id, address account);
    error SplitTokenZeroValue(uint256 id);
    error SplitTokenExceedsFree(uint256 id, uint256 free, uint256 asked);
    error SplitTokenFrozen(uint256 id);
    error SplitTokenFinanced(uint256 id);
    error SplitTokenFirm(uint256 id);
    error SplitTokenHeld(uint256 id, uint256 held);
    error SplitTokenBelowMinLot(uint256 id, uint256 part, uint256 minLot);
    error SplitTokenTierCap(uint256 id, uint256 tier, uint256 maxTier);
    error SplitTokenSplitCap(uint256 id, uint256 serials, uint256 maxSplits);
    error SplitTokenClosed(uint256 slot, uint256 today, uint256 dueDay);
    error SplitTokenRunOpen(uint256 slot);
    error SplitTokenToSelf(uint256 id, uint32 member);
    error SplitTokenToDebtor(uint256 id, uint32 member);
    error SplitTokenNotAccepted(uint32 recipient, uint32 sender, uint256 until);
    error SplitTokenNotSiblings(uint256 id, uint256 other);
    error SplitTokenWholeOnly(uint256 id, uint256 value, uint256 asked);
    /// @notice One item of a batch can't pass; the whole batch is refused.
    error SplitTokenBatchItem(uint256 index, bytes reason);
    error SplitTokenBatchSize(uint256 count, uint256 limit);
    error SplitTokenOfferNotOpen(uint256 offerId, uint8 state);
    error SplitTokenOfferParty(uint256 offerId, uint32 member, uint32 needed);
    error SplitTokenExpired(uint256 id, uint256 now_, uint256 expiresAt);
    error SplitTokenNotExpired(uint256 id, uint256 now_, uint256 expiresAt);
    error SplitTokenExpiryInPast(uint256 expiresAt, uint256 now_);
    error SplitTokenUnknownHold(uint256 holdId);
    error SplitTokenNotCommitter(uint256 holdId, address caller, address committer);
    /// @notice ERC-5192: whole tokens never move, since a pass mints a child.
    error SplitTokenLocked(uint256 id);
    error SplitTokenOtherMembersToken(uint256 id, uint32 owner);
    error SplitTokenOperatorNotMember(address operator);
    error SplitTokenReceiverRefused(address receiver, uint256 id);
    error SplitTokenNonceUsed(uint32 member, uint256 nonce);

    // --- verbs of holders

    function split(uint256 id, uint256 value, bytes32 ref) external returns (uint256 newId);
    /// @notice Moves all of `others` into `id`: siblings of one holder, equal flags, nothing held.
    function merge(uint256 id, uint256[] calldata others, bytes32 ref) external;
    /// @notice Passes value to a member that gave a standing acceptance.
    function transfer(
        uint256 id,
        uint32 to,
        uint256 value,
        bytes32 tradeReference,
        bytes32 ref
    ) external returns (uint256 childId);
    /// @notice Passes parts of one position to up to 200 recipients, all or none. Children get consecutive serials.
    function transferBatch(uint256 id, Pass[] calldata passes, bytes32 ref) external returns (uint256 firstChildId);
    /// @notice Passes value with the recipient's signature, in one transaction.
    function transferWithAcceptance(
        Acceptance calldata acceptance,
        address signer,
        bytes calldata signature,
        bytes32 ref
    ) external returns (uint256 childId);
    function offer(
        uint256 id,
        uint32 to,
        uint256 value,
        uint40 expiresAt,
        bytes32 tradeReference,
        bytes32 ref
    ) external returns (uint256 offerId);
    function cancelOffer(uint256 offerId, bytes32 ref) external;

    // --- verbs of recipients

    function acceptOffer(uint256 offerId, bytes32 ref) external returns (uint256 childId);
    function declineOffer(uint256 offerId, bytes32 ref) external;
    /// @notice Accepts (or, with `until` in the past, no longer accepts) every pass of a sender.
    function setStandingAcceptance(uint32 sender, uint40 until, bytes32 framework, bytes32 ref) external;

    // --- verbs of anyone

    /// @notice Ends an offer after its expiry or after circulation of its slot ended.
    function expireOffer(uint256 offerId, bytes32 ref) external;
    /// @notice Uses up one of the caller's nonces, so that what was signed under it can't be used.
    function cancelNonce(uint256 nonce, bytes32 ref) external;

    // --- views

    /// @notice The position's fields; reverts for an id that was never minted.
    function positionOf(uint256 id) external view returns (Link memory link, uint256 parentId);
    /// @notice From the position up to its root, from chain state alone.
    function lineage(uint256 id) external view returns (Link[] memory);
    function slotInfo(uint256 slot) external view returns (Slot memory);
    function offerOf(uint256 offerId) external view returns (Offer memory);
    function standingAcceptanceOf(uint32 recipient, uint32 sender) external view returns (StandingAcceptance memory);
    function isNonceUsed(uint32 member, uint256 nonce) external view returns (bool);
}
