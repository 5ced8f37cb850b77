// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {SafeCast} from "@openzeppelin/contracts/utils/math/SafeCast.sol";

import {IHolds} from "../interfaces/IHolds.sol";
import {ISplitToken} from "../interfaces/ISplitToken.sol";
import {ISplitTokenErrors} from "../interfaces/ISplitTokenErrors.sol";
import {ISplitTokenEvents} from "../interfaces/ISplitTokenEvents.sol";
import {Position, PositionLib} from "../types/Position.sol";
import {Positions} from "./Positions.sol";

/// @title Holds
/// @notice Value that other ledger contracts reserve until an expiry. A hold ends once: committed, released or, being
/// expired, released by its committer.
abstract contract Holds is IHolds, Positions {
    using SafeCast for uint256;

    /// @dev Expiry of a hold that is kept: every other one expires later than the block it is made in.
    uint40 private constant KEPT = 0;

    /// @inheritdoc IHolds
    function hold(
        uint256 id,
        uint32 holder,
        uint256 value,
        uint40 expiresAt,
        bytes32 ref
    ) external restricted returns (uint256 holdId) {
        Position p = _movable(id, holder);
        _requireOpen(id >> 32, _slots[id >> 32].closed, _slots[id >> 32].dueDay);
        uint72 part = value.toUint72();
        _requireFree(id, p, part);
        require(
            !p.has(PositionLib.RECOURSE) || part == p.value(),
            ISplitTokenErrors.SplitTokenWholeOnly(id, p.value(), part)
        );
        require(expiresAt > block.timestamp, ISplitTokenErrors.SplitTokenExpiryInPast(expiresAt, block.timestamp));

        _positions[id] = p.withHeld(p.held() + part);
        holdId = ++_holdCount;
        _holds[holdId] = ISplitToken.Hold(uint64(id), part, expiresAt, false, _tagOf(msg.sender));
        emit ISplitTokenEvents.Held(holdId, id, msg.sender, part, expiresAt, ref);
    }

    /// @inheritdoc IHolds
    function makeFirm(uint256 holdId, bytes32 ref) external restricted {
        ISplitToken.Hold storage h = _ownHold(holdId);
        require(!h.firm, ISplitTokenErrors.SplitTokenFirm(h.token));
        uint256 id = h.token;
        if (h.expiresAt == KEPT) _requireNoRun(id >> 32);
        else _requireUnexpired(holdId, id, h.expiresAt);
        h.firm = true;
        Position p = _positions[id];
        _positions[id] = p.withFirm(p.firm() + 1);
        emit ISplitTokenEvents.HoldMadeFirm(holdId, ref);
    }

    /// @inheritdoc IHolds
    function loosenHold(uint256 holdId, bytes32 ref) external restricted {
        ISplitToken.Hold storage h = _ownHold(holdId);
        require(h.firm, ISplitTokenErrors.SplitTokenNotFirm(holdId));
        h.firm = false;
        Position p = _positions[h.token];
        _positions[h.token] = p.withFirm(p.firm() - 1);
        emit ISplitTokenEvents.HoldLoosened(holdId, ref);
    }

    /// @inheritdoc IHolds
    function keepHold(uint256 holdId, bytes32 ref) external restricted {
        ISplitToken.Hold storage h = _ownHold(holdId);
        require(h.expiresAt != KEPT, ISplitTokenErrors.SplitTokenHoldKept(holdId));
        _requireCommittable(holdId);
        uint256 id = h.token;
        Position p = _positions[id];
        require(!p.has(PositionLib.RECOURSE), ISplitTokenErrors.SplitTokenFinanced(id));
        h.expiresAt = KEPT;
        _positions[id] = _withPledged(id, p, _pledgedOf(id, p) + h.value, ref);
        emit ISplitTokenEvents.HoldKept(holdId, ref);
    }

    /// @inheritdoc IHolds
    function releaseHold(uint256 holdId, bytes32 ref) external restricted {
        (uint256 id, Position p, ) = _takeHold(holdId, ref);
        _positions[id] = p;
        emit ISplitTokenEvents.HoldReleased(holdId, ref);
    }

    /// @inheritdoc IHolds
    function releasePart(uint256 holdId, uint72 value, bytes32 ref) external restricted {
        uint256 id = _ownHold(holdId).token;
        _positions[id] = _shrink(holdId, id, _positions[id], value, ref);
    }

    /// @inheritdoc IHolds
    function commitHold(
        uint256 holdId,
        uint32 to,
        uint8 flags,
        ISplitToken.Cause cause,
        bytes32 tradeReference,
        bytes32 ref
    ) external restricted returns (uint256 childId) {
        _requireCommittable(holdId);
        (uint256 id, Position p, uint72 value) = _takeHold(holdId, ref);
        childId = _deliver(id, p, value, to, flags, cause, tradeReference, ref);
        emit ISplitTokenEvents.HoldCommitted(holdId, ref);
    }

    /// @inheritdoc IHolds
    function deliverPart(
        uint256 holdId,
        uint72 value,
        uint32 to,
        uint8 flags,
        ISplitToken.Cause cause,
        bytes32 tradeReference,
        bytes32 ref
    ) external restricted returns (uint256 childId) {
        (uint256 id, Position p) = _takePart(holdId, value, ref);
        return _deliver(id, p, value, to, flags, cause, tradeReference, ref);
    }

    /// @inheritdoc IHolds
    function holdOf(uint256 holdId) external view returns (ISplitToken.Hold memory) {
        return _holds[holdId];
    }

    // -------------------------------------------------------------- internals

    /// @dev A hold of the calling contract.
    function _ownHold(uint256 holdId) internal view returns (ISplitToken.Hold storage h) {
        h = _holds[holdId];
        require(h.token != 0, ISplitTokenErrors.SplitTokenUnknownHold(holdId));
        require(
            h.committer == _tagOf(msg.sender),
            ISplitTokenErrors.SplitTokenNotCommitter(holdId, msg.sender, h.committer)
        );
    }

    /// @dev What a hold stores of its committer, beside which it fits one word.
    function _tagOf(address committer) internal pure returns (uint72) {
        return uint72(uint160(committer));
    }

    function _requireNoRun(uint256 slotId) internal view {
        require(!_slots[slotId].running, ISplitTokenErrors.SplitTokenRunOpen(slotId));
    }

    function _requireUnexpired(uint256 holdId, uint256 id, uint40 expiresAt) private view {
        require(
            block.timestamp <= expiresAt && _isOpen(id >> 32),
            ISplitTokenErrors.SplitTokenExpired(holdId, block.timestamp, expiresAt)
        );
    }

    /// @dev Reverts where a hold can't be committed now: expired, frozen, or in the middle of a settlement run.
    function _requireCommittable(uint256 holdId) internal view {
        ISplitToken.Hold storage h = _ownHold(holdId);
        uint256 id = h.token;
        _requireUnfrozen(id, _positions[id]);
        _requireNoRun(id >> 32);
        if (!h.firm) _requireUnexpired(holdId, id, h.expiresAt);
    }

    /// @dev Forgets a hold of the calling contract and answers the position's word without it, not yet stored.
    function _takeHold(uint256 holdId, bytes32 ref) internal returns (uint256 id, Position p, uint72 value) {
        ISplitToken.Hold storage h = _ownHold(holdId);
        id = h.token;
        value = h.value;
        p = _withoutHeld(id, _positions[id], value, h.expiresAt == KEPT, ref);
        if (h.firm) p = p.withFirm(p.firm() - 1);
        delete _holds[holdId];
    }

    /// @dev Takes value off a hold and answers the position's word without it, not yet stored.
    function _shrink(uint256 holdId, uint256 id, Position p, uint72 value, bytes32 ref) internal returns (Position) {
        ISplitToken.Hold storage h = _holds[holdId];
        require(value != 0, ISplitTokenErrors.SplitTokenZeroValue(id));
        require(value <= h.value, ISplitTokenErrors.SplitTokenExceedsHold(holdId, h.value, value));
        uint72 rest = h.value - value;
        p = _withoutHeld(id, p, value, h.expiresAt == KEPT, ref);
        if (rest != 0) h.value = rest;
        else {
            if (h.firm) p = p.withFirm(p.firm() - 1);
            delete _holds[holdId];
        }
        emit ISplitTokenEvents.HoldReduced(holdId, value, rest, ref);
        return p;
    }

    /// @dev Takes value off a kept hold, which is loose afterwards, and answers the position's word without it, not yet
    /// stored.
    function _takePart(uint256 holdId, uint72 value, bytes32 ref) internal returns (uint256 id, Position p) {
        ISplitToken.Hold storage h = _ownHold(holdId);
        require(h.expiresAt == KEPT, ISplitTokenErrors.SplitTokenHoldNotKept(holdId));
        id = h.token;
        p = _positions[id];
        _requireUnfrozen(id, p);
        _requireNoRun(id >> 32);
        p = _shrink(holdId, id, p, value, ref);
        if (h.firm) {
            h.firm = false;
            p = p.withFirm(p.firm() - 1);
            emit ISplitTokenEvents.HoldLoosened(holdId, ref);
        }
    }

    /// @dev The position's word without `value` that a hold had, not yet stored.
    function _withoutHeld(uint256 id, Position p, uint72 value, bool kept, bytes32 ref) private returns (Position) {
        if (!kept) return p.withHeld(_lessHeld(id, p, value));
        return _withPledged(id, p.withHeld(p.held() - value), _pledged[id] - value, ref);
    }

    /// @dev The position's word with so much of it pledged, not yet stored.
    function _withPledged(uint256 id, Position p, uint72 pledged, bytes32 ref) internal returns (Position) {
        _pledged[id] = pledged;
        bool flagged = p.has(PositionLib.PLEDGED);
        if (flagged == (pledged != 0)) return p;
        uint8 flags = p.flags() ^ PositionLib.PLEDGED;
        emit ISplitTokenEvents.FlagsSet(id, flags, ref);
        return p.withFlags(flags);
    }

    /// @dev Whether a hold is kept for an active lien.
    function _isKept(uint256 holdId) internal view returns (bool) {
        return _holds[holdId].expiresAt == KEPT;
    }

    /// @dev Mints a child of the same tier for `to`; caps of circulation don't bind it. `p` is stored with the rest.
    function _deliver(
        uint256 id,
        Position p,
        uint72 value,
        uint32 to,
        uint8 flags,
        ISplitToken.Cause cause,
        bytes32 tradeReference,
        bytes32 ref
    ) internal virtual returns (uint256 childId) {
        uint256 slotId = id >> 32;
        uint32 serial = ++_slots[slotId].serials;
        Position child = PositionLib.create(to, value, uint32(id), p.tier(), flags);
        childId = _mint(slotId, serial, child, _primaryOf(to));
        _reduce(id, p, value);
        emit TransferValue(id, childId, value);
        emit ISplitTokenEvents.Passed(childId, to, _slots[slotId].noticeTo, id, value, cause, tradeReference, ref);
        if (flags != 0) emit ISplitTokenEvents.FlagsSet(childId, flags, ref);
    }
}
