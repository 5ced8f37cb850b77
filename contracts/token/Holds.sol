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
        _holds[holdId] = ISplitToken.Hold(uint64(id), part, expiresAt, false, msg.sender);
        emit ISplitTokenEvents.Held(holdId, id, msg.sender, part, expiresAt, ref);
    }

    /// @inheritdoc IHolds
    function makeFirm(uint256 holdId, bytes32 ref) external restricted {
        ISplitToken.Hold storage h = _ownHold(holdId);
        require(!h.firm, ISplitTokenErrors.SplitTokenFirm(h.token));
        uint256 id = h.token;
        require(
            block.timestamp <= h.expiresAt && _isOpen(id >> 32),
            ISplitTokenErrors.SplitTokenExpired(holdId, block.timestamp, h.expiresAt)
        );
        h.firm = true;
        Position p = _positions[id];
        _positions[id] = p.withFirm(p.firm() + 1);
        emit ISplitTokenEvents.HoldMadeFirm(holdId, ref);
    }

    /// @inheritdoc IHolds
    function releaseHold(uint256 holdId, bytes32 ref) external restricted {
        (uint256 id, Position p, ) = _takeHold(holdId);
        _positions[id] = p;
        emit ISplitTokenEvents.HoldReleased(holdId, ref);
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
        (uint256 id, Position p, uint72 value) = _takeHold(holdId);
        childId = _deliver(id, p, value, to, flags, cause, tradeReference, ref);
        emit ISplitTokenEvents.HoldCommitted(holdId, ref);
    }

    /// @inheritdoc IHolds
    function holdOf(uint256 holdId) external view returns (ISplitToken.Hold memory) {
        return _holds[holdId];
    }

    // -------------------------------------------------------------- internals

    /// @dev A hold of the calling contract.
    function _ownHold(uint256 holdId) internal view returns (ISplitToken.Hold storage h) {
        h = _holds[holdId];
        require(h.committer != address(0), ISplitTokenErrors.SplitTokenUnknownHold(holdId));
        require(h.committer == msg.sender, ISplitTokenErrors.SplitTokenNotCommitter(holdId, msg.sender, h.committer));
    }

    /// @dev Reverts where a hold can't be committed now: expired, frozen, or in the middle of a settlement run.
    function _requireCommittable(uint256 holdId) internal view {
        ISplitToken.Hold storage h = _ownHold(holdId);
        uint256 id = h.token;
        _requireUnfrozen(id, _positions[id]);
        require(!_slots[id >> 32].running, ISplitTokenErrors.SplitTokenRunOpen(id >> 32));
        require(
            h.firm || (block.timestamp <= h.expiresAt && _isOpen(id >> 32)),
            ISplitTokenErrors.SplitTokenExpired(holdId, block.timestamp, h.expiresAt)
        );
    }

    /// @dev Forgets a hold of the calling contract and answers the position's word without it, not yet stored.
    function _takeHold(uint256 holdId) internal returns (uint256 id, Position p, uint72 value) {
        ISplitToken.Hold storage h = _ownHold(holdId);
        id = h.token;
        value = h.value;
        p = _positions[id];
        p = p.withHeld(_lessHeld(p, value));
        if (h.firm) p = p.withFirm(p.firm() - 1);
        delete _holds[holdId];
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
