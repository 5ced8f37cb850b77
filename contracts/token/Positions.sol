// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {AccessManaged} from "@openzeppelin/contracts/access/manager/AccessManaged.sol";
import {IERC721} from "@openzeppelin/contracts/token/ERC721/IERC721.sol";

import {IERC3525Events} from "../interfaces/external/IERC3525.sol";
import {IMembers} from "../interfaces/IMembers.sol";
import {ISplitToken} from "../interfaces/ISplitToken.sol";
import {ISplitTokenErrors} from "../interfaces/ISplitTokenErrors.sol";
import {CivilDay} from "../libraries/CivilDay.sol";
import {Position, PositionLib} from "../types/Position.sol";
import {Roles} from "../types/Roles.sol";
import {Suspensions} from "../types/Suspensions.sol";

/// @title Positions
/// @notice Packed positions, their slots and their lineage: what every verb of a split token stands on.
abstract contract Positions is IERC3525Events, AccessManaged {
    /// @dev Suspensions that keep a member out of circulation: all but its own overdue receivables.
    uint16 internal constant NOT_CIRCULATING = type(uint16).max ^ Suspensions.OVERDUE;

    IMembers internal immutable members;
    /// @dev Seconds that civil time is ahead of UTC.
    uint256 internal immutable utcOffset;

    mapping(uint256 id => Position) internal _positions;
    mapping(uint256 slot => ISplitToken.Slot) internal _slots;
    /// @dev Tokens with value per member, for ERC-721.
    mapping(uint32 member => uint256) internal _balances;
    mapping(uint256 holdId => ISplitToken.Hold) internal _holds;
    uint256 internal _holdCount;
    /// @dev What kept holds have of a position flagged PLEDGED; part of its held value.
    mapping(uint256 id => uint72) internal _pledged;

    constructor(address authority, IMembers members_, uint256 utcOffset_) AccessManaged(authority) {
        members = members_;
        utcOffset = utcOffset_;
    }

    // ------------------------------------------------------------- internals
    // Calls to `Members` and checks that several verbs share stand here once: each copy costs bytes of the contract's
    // limit.

    /// @dev The member of the calling account and its primary account.
    function _caller() internal view returns (uint32 member, address primary) {
        return members.requireMember(msg.sender);
    }

    /// @dev The member of the calling account, which must be a supplier that circulates.
    function _supplier() internal view returns (uint32) {
        return members.requireRole(msg.sender, Roles.SUPPLIER, NOT_CIRCULATING);
    }

    /// @dev Primary account of a supplier that circulates.
    function _requireSupplier(uint32 member) internal view returns (address) {
        return members.requireParty(member, Roles.SUPPLIER, NOT_CIRCULATING);
    }

    function _primaryOf(uint32 member) internal view returns (address) {
        return members.primaryOf(member);
    }

    function _requireFree(uint256 id, Position p, uint72 value) internal pure {
        require(value != 0, ISplitTokenErrors.SplitTokenZeroValue(id));
        uint72 free = p.free();
        require(value <= free, ISplitTokenErrors.SplitTokenExceedsFree(id, free, value));
    }

    function _requireRecipient(uint256 id, uint32 from, uint32 to, uint32 noticeTo) internal pure {
        require(to != from, ISplitTokenErrors.SplitTokenToSelf(id, to));
        require(to != noticeTo, ISplitTokenErrors.SplitTokenToDebtor(id, to));
    }

    /// @dev The position of `id`, which must have been minted.
    function _existing(uint256 id) internal view returns (Position p) {
        p = _positions[id];
        require(p.owner() != 0, ISplitTokenErrors.SplitTokenUnknown(id));
    }

    /// @dev The position of `id`, owned by `member` and not frozen.
    function _movable(uint256 id, uint32 member) internal view returns (Position p) {
        p = _existing(id);
        require(p.owner() == member, ISplitTokenErrors.SplitTokenNotOwner(id, member, p.owner()));
        _requireUnfrozen(id, p);
    }

    function _requireUnfrozen(uint256 id, Position p) internal pure {
        require(!p.has(PositionLib.FROZEN), ISplitTokenErrors.SplitTokenFrozen(id));
    }

    /// @dev Whether value of a slot may be passed, offered, financed or paid early now.
    function _isOpen(bool closed, uint16 dueDay) internal view returns (bool) {
        return !closed && CivilDay.dayOf(block.timestamp, utcOffset) <= dueDay;
    }

    function _isOpen(uint256 slotId) internal view returns (bool) {
        return _isOpen(_slots[slotId].closed, _slots[slotId].dueDay);
    }

    /// @dev Reverts once the due day is over or a settlement run opened.
    function _requireOpen(uint256 slotId, bool closed, uint16 dueDay) internal view {
        if (_isOpen(closed, dueDay)) return;
        revert ISplitTokenErrors.SplitTokenClosed(slotId, CivilDay.dayOf(block.timestamp, utcOffset), dueDay);
    }

    /// @dev What kept holds have of a position.
    function _pledgedOf(uint256 id, Position p) internal view returns (uint72) {
        return p.has(PositionLib.PLEDGED) ? _pledged[id] : 0;
    }

    /// @dev What is held without a reservation that ended. A settlement run ends the reservations of a position that
    /// it pays, so nothing of them may be left to give back; what is pledged stays.
    function _lessHeld(uint256 id, Position p, uint72 value) internal view returns (uint72) {
        uint72 pledged = _pledgedOf(id, p);
        uint72 reserved = p.held() - pledged;
        return reserved > value ? p.held() - value : pledged;
    }

    /// @dev Stores a new position and announces it to ERC listeners.
    function _mint(uint256 slotId, uint32 serial, Position p, address primary) internal returns (uint256 id) {
        id = (slotId << 32) | serial;
        _positions[id] = p;
        ++_balances[p.owner()];
        emit IERC721.Transfer(address(0), primary, id);
        emit SlotChanged(id, 0, slotId);
    }

    /// @dev Takes value off a position whose word the caller has read; one that is left with 0 is burned for ERC-721,
    /// while its word stays for the lineage.
    function _reduce(uint256 id, Position p, uint72 value) internal {
        uint72 rest = p.value() - value;
        _positions[id] = p.withValue(rest);
        if (rest != 0 || value == 0) return;
        uint32 owner = p.owner();
        --_balances[owner];
        emit IERC721.Transfer(_primaryOf(owner), address(0), id);
    }
}
