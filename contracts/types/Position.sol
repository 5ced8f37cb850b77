// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

/// @notice One position of a split token, packed in one storage word, from the lowest bit:
/// owner 32 | value 72 | held 72 | parent serial 32 | tier 8 | flags 8 | firm holds 8 | 24 unused.
type Position is uint256;

using PositionLib for Position global;

/// @title PositionLib
/// @notice Reads and replaces the fields of a packed position.
/// @dev Every field is masked on its way in, so a caller must have checked its range; values enter by `SafeCast` or
/// `checked` sums.
library PositionLib {
    uint256 private constant OWNER_MASK = type(uint32).max;
    uint256 private constant VALUE_SHIFT = 32;
    uint256 private constant AMOUNT_MASK = type(uint72).max;
    uint256 private constant HELD_SHIFT = 104;
    uint256 private constant PARENT_SHIFT = 176;
    uint256 private constant TIER_SHIFT = 208;
    uint256 private constant FLAGS_SHIFT = 216;
    uint256 private constant FIRM_SHIFT = 224;

    /// @dev A legal freeze: nothing of the position moves.
    uint8 internal constant FROZEN = 1;
    /// @dev Bought by a financier.
    uint8 internal constant FINANCED = 2;
    /// @dev Financed with recourse: moves only whole, between financiers.
    uint8 internal constant RECOURSE = 4;
    /// @dev A settlement leg of it waits for a release or an outcome.
    uint8 internal constant WAITING = 8;
    /// @dev Some of what is held is pledged: it stays held after circulation, and settlement pays liens first.
    uint8 internal constant PLEDGED = 16;

    function create(
        uint32 owner_,
        uint72 value_,
        uint32 parent_,
        uint8 tier_,
        uint8 flags_
    ) internal pure returns (Position) {
        return
            Position.wrap(
                uint256(owner_) |
                    (uint256(value_) << VALUE_SHIFT) |
                    (uint256(parent_) << PARENT_SHIFT) |
                    (uint256(tier_) << TIER_SHIFT) |
                    (uint256(flags_) << FLAGS_SHIFT)
            );
    }

    function owner(Position p) internal pure returns (uint32) {
        return uint32(Position.unwrap(p));
    }

    function value(Position p) internal pure returns (uint72) {
        return uint72(Position.unwrap(p) >> VALUE_SHIFT);
    }

    function held(Position p) internal pure returns (uint72) {
        return uint72(Position.unwrap(p) >> HELD_SHIFT);
    }

    /// @notice Value that may move: what isn't held.
    function free(Position p) internal pure returns (uint72) {
        return p.value() - p.held();
    }

    function parent(Position p) internal pure returns (uint32) {
        return uint32(Position.unwrap(p) >> PARENT_SHIFT);
    }

    function tier(Position p) internal pure returns (uint8) {
        return uint8(Position.unwrap(p) >> TIER_SHIFT);
    }

    function flags(Position p) internal pure returns (uint8) {
        return uint8(Position.unwrap(p) >> FLAGS_SHIFT);
    }

    /// @notice How many holds of the position hang on a payment that a bank has accepted.
    function firm(Position p) internal pure returns (uint8) {
        return uint8(Position.unwrap(p) >> FIRM_SHIFT);
    }

    function has(Position p, uint8 flag) internal pure returns (bool) {
        return p.flags() & flag != 0;
    }

    function withOwner(Position p, uint32 owner_) internal pure returns (Position) {
        return Position.wrap((Position.unwrap(p) & ~OWNER_MASK) | owner_);
    }

    function withValue(Position p, uint72 value_) internal pure returns (Position) {
        return Position.wrap((Position.unwrap(p) & ~(AMOUNT_MASK << VALUE_SHIFT)) | (uint256(value_) << VALUE_SHIFT));
    }

    function withHeld(Position p, uint72 held_) internal pure returns (Position) {
        return Position.wrap((Position.unwrap(p) & ~(AMOUNT_MASK << HELD_SHIFT)) | (uint256(held_) << HELD_SHIFT));
    }

    function withFlags(Position p, uint8 flags_) internal pure returns (Position) {
        return Position.wrap((Position.unwrap(p) & ~(uint256(0xff) << FLAGS_SHIFT)) | (uint256(flags_) << FLAGS_SHIFT));
    }

    function withFirm(Position p, uint8 firm_) internal pure returns (Position) {
        return Position.wrap((Position.unwrap(p) & ~(uint256(0xff) << FIRM_SHIFT)) | (uint256(firm_) << FIRM_SHIFT));
    }
}
