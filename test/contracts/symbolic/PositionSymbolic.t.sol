// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Position, PositionLib} from "../../../contracts/types/Position.sol";

/// @title PositionSymbolic
/// @notice Proofs, for every word and every field at once, that packing loses nothing and touches nothing else.
contract PositionSymbolic {
    function check_createdFieldsReadBack(
        uint32 owner,
        uint72 value,
        uint32 parent,
        uint8 tier,
        uint8 flags
    ) public pure {
        Position p = PositionLib.create(owner, value, parent, tier, flags);
        assert(p.owner() == owner);
        assert(p.value() == value);
        assert(p.parent() == parent);
        assert(p.tier() == tier);
        assert(p.flags() == flags);
        assert(p.held() == 0);
        assert(p.firm() == 0);
        assert(p.free() == value);
    }

    function check_withOwnerChangesNothingElse(uint256 word, uint32 owner) public pure {
        Position p = Position.wrap(word);
        Position q = p.withOwner(owner);
        assert(q.owner() == owner);
        assert(Position.unwrap(q.withOwner(p.owner())) == word);
    }

    function check_withValueChangesNothingElse(uint256 word, uint72 value) public pure {
        Position p = Position.wrap(word);
        Position q = p.withValue(value);
        assert(q.value() == value);
        assert(Position.unwrap(q.withValue(p.value())) == word);
    }

    function check_withHeldChangesNothingElse(uint256 word, uint72 held) public pure {
        Position p = Position.wrap(word);
        Position q = p.withHeld(held);
        assert(q.held() == held);
        assert(Position.unwrap(q.withHeld(p.held())) == word);
    }

    function check_withFlagsChangesNothingElse(uint256 word, uint8 flags) public pure {
        Position p = Position.wrap(word);
        Position q = p.withFlags(flags);
        assert(q.flags() == flags);
        assert(Position.unwrap(q.withFlags(p.flags())) == word);
    }

    function check_withFirmChangesNothingElse(uint256 word, uint8 firm) public pure {
        Position p = Position.wrap(word);
        Position q = p.withFirm(firm);
        assert(q.firm() == firm);
        assert(Position.unwrap(q.withFirm(p.firm())) == word);
    }

    /// @dev Value that moves is what isn't held; nothing is free when more is held than there is.
    function check_freeIsValueLessHeld(uint256 word) public pure {
        Position p = Position.wrap(word);
        if (p.held() > p.value()) return;
        assert(uint256(p.free()) + p.held() == p.value());
    }
}
