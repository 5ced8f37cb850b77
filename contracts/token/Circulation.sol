// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {EIP712} from "@openzeppelin/contracts/utils/cryptography/EIP712.sol";
import {SafeCast} from "@openzeppelin/contracts/utils/math/SafeCast.sol";
import {BitMaps} from "@openzeppelin/contracts/utils/structs/BitMaps.sol";

import {ISplitToken} from "../interfaces/ISplitToken.sol";
import {Position, PositionLib} from "../types/Position.sol";
import {Roles} from "../types/Roles.sol";
import {Positions} from "./Positions.sol";

/// @title Circulation
/// @notice Splitting, merging and passing between suppliers, under the caps of the slot and with the recipient's word.
abstract contract Circulation is ISplitToken, Positions, EIP712 {
    using BitMaps for BitMaps.BitMap;
    using SafeCast for uint256;

    /// @dev One transaction of 200 children stays far below a block's gas on every engine.
    uint256 internal constant MAX_BATCH = 200;
    bytes32 private constant ACCEPTANCE_TYPEHASH = keccak256(
        "Acceptance(uint256 token,uint32 to,uint72 value,bytes32 tradeReference,"
        "uint256 nonce,uint256 deadline,uint32 epoch)"
    );

    /// @dev What a pass comes from, read once.
    struct Source {
        uint256 id;
        uint32 from;
        Position position;
        Slot slot;
    }

    /// @dev Key: recipient << 32 | sender.
    mapping(uint256 pair => StandingAcceptance) internal _standing;
    mapping(uint32 member => BitMaps.BitMap) private _nonces;

    // ---------------------------------------------------------- split and merge

    /// @inheritdoc ISplitToken
    function split(uint256 id, uint256 value, bytes32 ref) external returns (uint256 newId) {
        (uint32 member, address primary) = _caller();
        Position p = _movable(id, member);
        uint256 slotId = id >> 32;
        Slot memory slot = _slots[slotId];
        _requireOpen(slotId, slot.closed, slot.dueDay);
        uint72 part = value.toUint72();
        if (p.has(PositionLib.RECOURSE) || part == p.value()) revert SplitTokenWholeOnly(id, p.value(), part);
        _requireLot(id, p, part, slot.minLot);
        uint32 serial = _takeSerials(id, slot, 1, p.tier(), ref);

        _positions[id] = p.withValue(p.value() - part);
        // What is pledged stays behind.
        uint8 flags = p.flags() & ~PositionLib.PLEDGED;
        newId = _mint(slotId, serial, PositionLib.create(member, part, p.parent(), p.tier(), flags), primary);
        emit TransferValue(id, newId, part);
        emit SplitToSelf(newId, id, part, ref);
    }

    /// @inheritdoc ISplitToken
    function merge(uint256 id, uint256[] calldata others, bytes32 ref) external {
        (uint32 member, ) = _caller();
        require(others.length != 0 && others.length <= MAX_BATCH, SplitTokenBatchSize(others.length, MAX_BATCH));
        for (uint256 i; i < others.length; ++i) {
            _moveToSibling(others[i], id, member, _existing(others[i]).value(), ref);
        }
    }

    // ------------------------------------------------------------------- pass

    /// @inheritdoc ISplitToken
    function transfer(
        uint256 id,
        uint32 to,
        uint256 value,
        bytes32 tradeReference,
        bytes32 ref
    ) external returns (uint256 childId) {
        uint32 from = _supplier();
        _requireStanding(to, from);
        return _circulate(id, from, to, value.toUint72(), tradeReference, ref);
    }

    /// @inheritdoc ISplitToken
    function transferBatch(uint256 id, Pass[] calldata passes, bytes32 ref) external returns (uint256 firstChildId) {
        uint256 count = passes.length;
        require(count != 0 && count <= MAX_BATCH, SplitTokenBatchSize(count, MAX_BATCH));
        Source memory source = _source(id, _supplier());
        uint32 serial = _takeSerials(id, source.slot, uint32(count), source.position.tier() + 1, ref);
        firstChildId = ((id >> 32) << 32) | serial;

        uint72 free = source.position.free();
        for (uint256 i; i < count; ++i) {
            (address primary, bytes memory refusal) = _checkItem(source, free, passes[i]);
            // Every supplier has a primary account; a refusal may be empty, as when the check ran out of gas.
            if (primary == address(0)) revert SplitTokenBatchItem(i, refusal);
            free -= passes[i].value;
            _mintChild(source, serial + uint32(i), passes[i], primary, ref);
        }
        if (free != 0) _requireMinLot(id, free, source.slot.minLot);
        _reduce(id, source.position, source.position.free() - free);
    }

    /// @inheritdoc ISplitToken
    function transferWithAcceptance(
        Acceptance calldata acceptance,
        address signer,
        bytes calldata signature,
        bytes32 ref
    ) external returns (uint256 childId) {
        uint32 from = _supplier();
        bytes32 digest = _hashTypedDataV4(keccak256(abi.encode(ACCEPTANCE_TYPEHASH, acceptance)));
        members.requireSignature(acceptance.to, acceptance.epoch, acceptance.deadline, signer, digest, signature);
        _useNonce(acceptance.to, acceptance.nonce, ref);
        return _circulate(acceptance.token, from, acceptance.to, acceptance.value, acceptance.tradeReference, ref);
    }

    /// @inheritdoc ISplitToken
    function setStandingAcceptance(uint32 sender, uint40 until, bytes32 framework, bytes32 ref) external {
        uint32 recipient = _supplier();
        members.requireParty(sender, Roles.SUPPLIER, 0);
        require(sender != recipient, SplitTokenToSelf(0, recipient));
        _standing[(uint256(recipient) << 32) | sender] = StandingAcceptance(until, framework);
        emit StandingAcceptanceSet(recipient, sender, until, framework, ref);
    }

    /// @inheritdoc ISplitToken
    function cancelNonce(uint256 nonce, bytes32 ref) external {
        (uint32 member, ) = _caller();
        _useNonce(member, nonce, ref);
    }

    // ------------------------------------------------------------------ views

    /// @inheritdoc ISplitToken
    function positionOf(uint256 id) external view returns (Link memory link, uint256 parentId) {
        Position p = _existing(id);
        return (_link(id, p), _parentId(id, p));
    }

    /// @inheritdoc ISplitToken
    function lineage(uint256 id) external view returns (Link[] memory links) {
        // Every parent's serial is below its child's, so both walks end at a root.
        uint256 depth;
        for (uint256 up = id; up != 0; up = _parentId(up, _existing(up))) ++depth;
        links = new Link[](depth);
        uint256 next = id;
        for (uint256 i; i < depth; ++i) {
            Position p = _positions[next];
            links[i] = _link(next, p);
            next = _parentId(next, p);
        }
    }

    /// @inheritdoc ISplitToken
    function slotInfo(uint256 slot) external view returns (Slot memory) {
        return _slots[slot];
    }

    /// @inheritdoc ISplitToken
    function standingAcceptanceOf(uint32 recipient, uint32 sender) external view returns (StandingAcceptance memory) {
        return _standing[(uint256(recipient) << 32) | sender];
    }

    /// @inheritdoc ISplitToken
    function isNonceUsed(uint32 member, uint256 nonce) external view returns (bool) {
        return _nonces[member].get(nonce);
    }

    // -------------------------------------------------------------- internals

    /// @dev Passes free value of one position to one member; the caller has checked the sender and the recipient's
    /// word.
    function _circulate(
        uint256 id,
        uint32 from,
        uint32 to,
        uint72 value,
        bytes32 tradeReference,
        bytes32 ref
    ) internal returns (uint256 childId) {
        Source memory source = _source(id, from);
        _requireLot(id, source.position, value, source.slot.minLot);
        _requireRecipient(id, from, to, source.slot.noticeTo);
        uint32 serial = _takeSerials(id, source.slot, 1, source.position.tier() + 1, ref);
        address primary = _requireSupplier(to);
        childId = _mintChild(source, serial, Pass(to, value, tradeReference), primary, ref);
        _reduce(id, source.position, value);
    }

    /// @dev What a pass comes from: a position that circulation may move, of a slot that is open.
    function _source(uint256 id, uint32 from) private view returns (Source memory source) {
        source.id = id;
        source.from = from;
        source.position = _circulating(id, from);
        source.slot = _slots[id >> 32];
        _requireOpen(id >> 32, source.slot.closed, source.slot.dueDay);
    }

    /// @dev Mints the child of one pass, one tier below.
    function _mintChild(
        Source memory source,
        uint32 serial,
        Pass memory pass,
        address primary,
        bytes32 ref
    ) private returns (uint256 childId) {
        uint256 id = source.id;
        Position child = PositionLib.create(pass.to, pass.value, uint32(id), source.position.tier() + 1, 0);
        childId = _mint(id >> 32, serial, child, primary);
        emit TransferValue(id, childId, pass.value);
        emit Passed(
            childId,
            pass.to,
            source.slot.noticeTo,
            id,
            pass.value,
            Cause.Circulation,
            pass.tradeReference,
            ref
        );
    }

    /// @dev A position that circulation may move: owned by `from`, neither frozen nor bought by a financier.
    function _circulating(uint256 id, uint32 from) internal view returns (Position p) {
        p = _movable(id, from);
        require(!p.has(PositionLib.FINANCED), SplitTokenFinanced(id));
    }

    /// @dev A part is the whole or at least the minimum lot, and leaves free nothing or at least that.
    function _requireLot(uint256 id, Position p, uint72 part, uint64 minLot) internal pure {
        _requireFree(id, p, part);
        if (part == p.value()) return;
        _requireMinLot(id, part, minLot);
        if (part != p.free()) _requireMinLot(id, p.free() - part, minLot);
    }

    function _requireMinLot(uint256 id, uint72 part, uint64 minLot) private pure {
        require(part >= minLot, SplitTokenBelowMinLot(id, part, minLot));
    }

    /// @dev Counts serials against the caps of circulation and answers the first of them.
    function _takeSerials(
        uint256 id,
        Slot memory slot,
        uint32 count,
        uint256 tier,
        bytes32 ref
    ) internal returns (uint32 first) {
        uint256 serials = uint256(slot.serials) + count;
        require(tier <= slot.maxTier, SplitTokenTierCap(id, tier, slot.maxTier));
        require(serials <= slot.maxSplits, SplitTokenSplitCap(id, serials, slot.maxSplits));
        first = slot.serials + 1;
        _slots[id >> 32].serials = uint32(serials);
        if (serials >= slot.warnSplits || tier >= slot.warnTier) emit CirculationWarning(id, serials, tier, ref);
    }

    function _requireStanding(uint32 recipient, uint32 sender) internal view {
        uint40 until = _standing[(uint256(recipient) << 32) | sender].until;
        if (until >= block.timestamp) return;
        // Nobody can accept from itself, so this is where a pass to oneself ends up.
        require(recipient != sender, SplitTokenToSelf(0, recipient));
        revert SplitTokenNotAccepted(recipient, sender, until);
    }

    function _useNonce(uint32 member, uint256 nonce, bytes32 ref) internal {
        require(!_nonces[member].get(nonce), SplitTokenNonceUsed(member, nonce));
        _nonces[member].set(nonce);
        emit NonceSpent(member, nonce, ref);
    }

    /// @dev The recipient's primary account, or why one item of a batch can't pass, as encoded error.
    function _checkItem(
        Source memory source,
        uint72 free,
        Pass calldata pass
    ) private view returns (address primary, bytes memory refusal) {
        uint256 id = source.id;
        uint64 minLot = source.slot.minLot;
        uint40 until = _standing[(uint256(pass.to) << 32) | source.from].until;
        if (pass.value == 0) {
            refusal = abi.encodeWithSelector(SplitTokenZeroValue.selector, id);
        } else if (pass.value > free) {
            refusal = abi.encodeWithSelector(SplitTokenExceedsFree.selector, id, free, pass.value);
        } else if (pass.value < minLot && pass.value != source.position.value()) {
            refusal = abi.encodeWithSelector(SplitTokenBelowMinLot.selector, id, pass.value, minLot);
        } else if (pass.to == source.from) {
            refusal = abi.encodeWithSelector(SplitTokenToSelf.selector, id, pass.to);
        } else if (pass.to == source.slot.noticeTo) {
            refusal = abi.encodeWithSelector(SplitTokenToDebtor.selector, id, pass.to);
        } else if (until < block.timestamp) {
            refusal = abi.encodeWithSelector(SplitTokenNotAccepted.selector, pass.to, source.from, until);
        } else {
            try members.requireParty(pass.to, Roles.SUPPLIER, NOT_CIRCULATING) returns (address account) {
                primary = account;
            } catch (bytes memory reason) {
                refusal = reason;
            }
        }
    }

    /// @dev Moves value between siblings of one holder with equal flags and tier and nothing held.
    function _moveToSibling(uint256 fromId, uint256 toId, uint32 member, uint72 value, bytes32 ref) internal {
        Position into = _existing(toId);
        require(into.owner() == member, SplitTokenOtherMembersToken(toId, into.owner()));
        Position p = _movable(fromId, member);
        require(
            fromId >> 32 == toId >> 32 &&
                fromId != toId &&
                p.parent() == into.parent() &&
                p.tier() == into.tier() &&
                p.flags() == into.flags(),
            SplitTokenNotSiblings(toId, fromId)
        );
        _requireOpen(toId >> 32, _slots[toId >> 32].closed, _slots[toId >> 32].dueDay);
        require(!p.has(PositionLib.RECOURSE), SplitTokenWholeOnly(fromId, p.value(), value));
        require(into.value() != 0, SplitTokenZeroValue(toId));
        require(into.held() == 0, SplitTokenHeld(toId, into.held()));
        require(p.held() == 0, SplitTokenHeld(fromId, p.held()));
        _requireLot(fromId, p, value, _slots[toId >> 32].minLot);

        _positions[toId] = into.withValue(into.value() + value);
        _reduce(fromId, p, value);
        emit TransferValue(fromId, toId, value);
        emit Merged(toId, fromId, value, ref);
    }

    function _parentId(uint256 id, Position p) private pure returns (uint256) {
        uint32 parent = p.parent();
        return parent == 0 ? 0 : ((id >> 32) << 32) | parent;
    }

    function _link(uint256 id, Position p) private pure returns (Link memory) {
        return Link(id, p.owner(), p.value(), p.held(), p.tier(), p.flags());
    }
}
