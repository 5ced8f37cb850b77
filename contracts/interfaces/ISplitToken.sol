// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {ISplitTokenErrors} from "./ISplitTokenErrors.sol";
import {ISplitTokenEvents} from "./ISplitTokenEvents.sol";

/// @title ISplitToken
/// @notice What every token that splits has in common: certificates, warehouse receipts, bills.
/// @dev A token id is `slot << 32 | serial`. Owners are member ids. Every passing to another member mints a child of
/// the passed position, so the lineage is a tree; a spent position keeps its word with value 0.
interface ISplitToken is ISplitTokenEvents, ISplitTokenErrors {
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

    /// @notice A reservation made by another ledger contract, its sole committer. Packed in one storage word.
    /// @param token Position that it is on; 0 where it has ended.
    /// @param value Units of value that it holds.
    /// @param expiresAt Block time in seconds until which it can be committed; 0 for one that is kept: an active lien,
    /// which ends neither with time nor with circulation.
    /// @param firm Whether a bank has accepted the payment it hangs on: then it does not expire.
    /// @param committer Low 72 bits of the committer's address. Only the few contracts that governance granted a role
    /// hold value, so nobody gains by an address that ends like one of theirs.
    struct Hold {
        uint64 token;
        uint72 value;
        uint40 expiresAt;
        bool firm;
        uint72 committer;
    }

    // --- verbs of holders

    /// @notice Splits a part off into a sibling of the same holder.
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
    /// @notice Offers value to a member, which is held until the offer ends.
    function offer(
        uint256 id,
        uint32 to,
        uint256 value,
        uint40 expiresAt,
        bytes32 tradeReference,
        bytes32 ref
    ) external returns (uint256 offerId);
    /// @notice Takes an open offer back.
    function cancelOffer(uint256 offerId, bytes32 ref) external;

    // --- verbs of recipients

    /// @notice Takes what was offered.
    function acceptOffer(uint256 offerId, bytes32 ref) external returns (uint256 childId);
    /// @notice Declines an offer.
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
    /// @notice Terms of circulation of a receivable.
    function slotInfo(uint256 slot) external view returns (Slot memory);
    /// @notice An offer's fields.
    function offerOf(uint256 offerId) external view returns (Offer memory);
    /// @notice What a recipient accepts of a sender.
    function standingAcceptanceOf(uint32 recipient, uint32 sender) external view returns (StandingAcceptance memory);
    /// @notice Whether a nonce is used up.
    function isNonceUsed(uint32 member, uint256 nonce) external view returns (bool);
}
