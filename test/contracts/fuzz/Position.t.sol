// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Position, PositionLib} from "../../../contracts/types/Position.sol";
import {Test} from "../helpers/Test.sol";

/// @title PositionFuzz
/// @notice The packed word behaves as a plain struct does, whatever is written in whatever order.
contract PositionFuzz is Test {
    struct Plain {
        uint32 owner;
        uint72 value;
        uint72 held;
        uint32 parent;
        uint8 tier;
        uint8 flags;
        uint8 firm;
    }

    function testCreatesAsAStructDoes(
        uint32 owner,
        uint72 value,
        uint32 parent,
        uint8 tier,
        uint8 flags
    ) external pure {
        Position p = PositionLib.create(owner, value, parent, tier, flags);
        _assertSame(p, Plain(owner, value, 0, parent, tier, flags, 0));
        assertEq(Position.unwrap(p) >> 232, 0, "unused bits");
    }

    function testWritesAsAStructDoes(uint256[] calldata writes, uint32 parent, uint8 tier) external pure {
        Plain memory plain = Plain(1, 0, 0, parent, tier, 0, 0);
        Position p = PositionLib.create(1, 0, parent, tier, 0);
        for (uint256 i = 0; i < writes.length; i++) {
            uint256 what = writes[i] % 5;
            uint256 word = writes[i] >> 8;
            if (what == 0) (p, plain.owner) = (p.withOwner(uint32(word)), uint32(word));
            if (what == 1) (p, plain.value) = (p.withValue(uint72(word)), uint72(word));
            if (what == 2) (p, plain.held) = (p.withHeld(uint72(word)), uint72(word));
            if (what == 3) (p, plain.flags) = (p.withFlags(uint8(word)), uint8(word));
            if (what == 4) (p, plain.firm) = (p.withFirm(uint8(word)), uint8(word));
            _assertSame(p, plain);
        }
        assertEq(Position.unwrap(p) >> 232, 0, "unused bits");
    }

    function testFreeIsWhatIsNotHeld(uint72 value, uint72 held) external pure {
        held = uint72(bound(held, 0, value));
        Position p = PositionLib.create(1, value, 0, 1, 0).withHeld(held);
        assertEq(p.free(), value - held, "free");
    }

    function _assertSame(Position p, Plain memory plain) private pure {
        assertEq(p.owner(), plain.owner, "owner");
        assertEq(p.value(), plain.value, "value");
        assertEq(p.held(), plain.held, "held");
        assertEq(p.parent(), plain.parent, "parent");
        assertEq(p.tier(), plain.tier, "tier");
        assertEq(p.flags(), plain.flags, "flags");
        assertEq(p.firm(), plain.firm, "firm");
        for (uint8 bit = 0; bit < 8; bit++) {
            assertTrue(p.has(uint8(1 << bit)) == (plain.flags & (1 << bit) != 0), "one flag");
        }
    }
}
