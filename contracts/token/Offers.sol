// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {SafeCast} from "@openzeppelin/contracts/utils/math/SafeCast.sol";

import {ISplitToken} from "../interfaces/ISplitToken.sol";
import {Position} from "../types/Position.sol";
import {Circulation} from "./Circulation.sol";

/// @title Offers
/// @notice Value that a member reserves for another one until an expiry. An offer ends once: accepted, declined,
/// cancelled or expired.
abstract contract Offers is Circulation {
    using SafeCast for uint256;

    uint8 private constant OPEN = 1;
    uint8 private constant ENDED = 2;

    uint256 private _offerCount;
    mapping(uint256 offerId => Offer) private _offers;

    // ----------------------------------------------------------------- offers

    /// @inheritdoc ISplitToken
    function offer(
        uint256 id,
        uint32 to,
        uint256 value,
        uint40 expiresAt,
        bytes32 tradeReference,
        bytes32 ref
    ) external returns (uint256 offerId) {
        uint32 from = _supplier();
        Position p = _circulating(id, from);
        Slot memory slot = _slots[id >> 32];
        _requireOpen(id >> 32, slot.closed, slot.dueDay);
        uint72 part = value.toUint72();
        _requireLot(id, p, part, slot.minLot);
        _requireRecipient(id, from, to, slot.noticeTo);
        require(p.tier() + 1 <= slot.maxTier, SplitTokenTierCap(id, p.tier() + 1, slot.maxTier));
        require(expiresAt > block.timestamp, SplitTokenExpiryInPast(expiresAt, block.timestamp));
        _requireSupplier(to);

        _positions[id] = p.withHeld(p.held() + part);
        offerId = ++_offerCount;
        _offers[offerId] = Offer(uint64(id), part, expiresAt, to, OPEN, tradeReference);
        emit Offered(offerId, id, to, part, expiresAt, tradeReference, ref);
    }

    /// @inheritdoc ISplitToken
    function acceptOffer(uint256 offerId, bytes32 ref) external returns (uint256 childId) {
        uint32 to = _supplier();
        Offer memory o = _endOffer(offerId);
        require(to == o.to, SplitTokenOfferParty(offerId, to, o.to));
        require(block.timestamp <= o.expiresAt, SplitTokenExpired(offerId, block.timestamp, o.expiresAt));
        uint32 from = _positions[o.token].owner();
        _requireSupplier(from);
        childId = _circulate(o.token, from, to, o.value, o.tradeReference, ref);
        emit OfferAccepted(offerId, childId, ref);
    }

    /// @inheritdoc ISplitToken
    function declineOffer(uint256 offerId, bytes32 ref) external {
        (uint32 member, ) = _caller();
        Offer memory o = _endOffer(offerId);
        require(member == o.to, SplitTokenOfferParty(offerId, member, o.to));
        emit OfferDeclined(offerId, ref);
    }

    /// @inheritdoc ISplitToken
    function cancelOffer(uint256 offerId, bytes32 ref) external {
        (uint32 member, ) = _caller();
        Offer memory o = _endOffer(offerId);
        uint32 owner = _positions[o.token].owner();
        require(member == owner, SplitTokenOfferParty(offerId, member, owner));
        emit OfferCancelled(offerId, ref);
    }

    /// @inheritdoc ISplitToken
    function expireOffer(uint256 offerId, bytes32 ref) external {
        Offer memory o = _endOffer(offerId);
        require(
            block.timestamp > o.expiresAt || !_isOpen(o.token >> 32),
            SplitTokenNotExpired(offerId, block.timestamp, o.expiresAt)
        );
        emit OfferExpired(offerId, ref);
    }

    // ------------------------------------------------------------------ views

    /// @inheritdoc ISplitToken
    function offerOf(uint256 offerId) external view returns (Offer memory) {
        return _offers[offerId];
    }

    // -------------------------------------------------------------- internals

    /// @dev Ends an open offer and frees what it held.
    function _endOffer(uint256 offerId) private returns (Offer memory o) {
        o = _offers[offerId];
        require(o.state == OPEN, SplitTokenOfferNotOpen(offerId, o.state));
        _offers[offerId].state = ENDED;
        Position p = _positions[o.token];
        _positions[o.token] = p.withHeld(_lessHeld(o.token, p, o.value));
    }
}
