// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IClaims} from "../interfaces/IClaims.sol";

/// @notice What is claimed of one tag, packed in one storage word, from the lowest bit:
/// exists 72 | reserved 72 | committed 72 | unit 24 | 16 unused. The zero word is a tag of which nothing is claimed.
type TallyWord is uint256;

using TallyWordLib for TallyWord global;

/// @title TallyWordLib
/// @notice Reads a packed tally and moves amounts within it, keeping reserved + committed <= exists (I5).
library TallyWordLib {
    uint256 private constant RESERVED_SHIFT = 72;
    uint256 private constant COMMITTED_SHIFT = 144;
    uint256 private constant UNIT_SHIFT = 216;

    // --- fields

    function exists(TallyWord t) internal pure returns (uint72) {
        return uint72(TallyWord.unwrap(t));
    }

    function reserved(TallyWord t) internal pure returns (uint72) {
        return uint72(TallyWord.unwrap(t) >> RESERVED_SHIFT);
    }

    function committed(TallyWord t) internal pure returns (uint72) {
        return uint72(TallyWord.unwrap(t) >> COMMITTED_SHIFT);
    }

    function unit(TallyWord t) internal pure returns (bytes3) {
        return bytes3(uint24(TallyWord.unwrap(t) >> UNIT_SHIFT));
    }

    /// @notice Whether nothing is claimed of the tag, so that what exists may be stated (anew).
    function isEmpty(TallyWord t) internal pure returns (bool) {
        return t.reserved() == 0 && t.committed() == 0;
    }

    // --- moves

    /// @notice Reserves an amount. Errors: ClaimsZeroAmount, ClaimsOtherUnit, ClaimsOtherFace, ClaimsOverused.
    /// @param tag The thing, for the errors.
    /// @param unit_ Unit of the amounts.
    /// @param exists_ How much of it is said to exist.
    /// @param amount How much of it is reserved.
    function reserve(
        TallyWord t,
        bytes32 tag,
        bytes3 unit_,
        uint72 exists_,
        uint72 amount
    ) internal pure returns (TallyWord) {
        require(amount != 0, IClaims.ClaimsZeroAmount(tag));
        if (!t.isEmpty()) {
            require(t.unit() == unit_, IClaims.ClaimsOtherUnit(tag, t.unit(), unit_));
            require(t.exists() == exists_, IClaims.ClaimsOtherFace(tag, t.exists(), exists_));
        }
        // Two 72-bit amounts can't overflow 256 bits.
        uint256 used = uint256(t.reserved()) + t.committed();
        require(used + amount <= exists_, IClaims.ClaimsOverused(tag, exists_, used, amount));
        return _pack(exists_, t.reserved() + amount, t.committed(), unit_);
    }

    /// @notice A reserved amount becomes committed.
    function commit(TallyWord t, uint72 amount) internal pure returns (TallyWord) {
        return _pack(t.exists(), t.reserved() - amount, t.committed() + amount, t.unit());
    }

    /// @notice A reserved amount comes back; the last one takes the statement of what exists with it.
    function release(TallyWord t, uint72 amount) internal pure returns (TallyWord) {
        TallyWord left = _pack(t.exists(), t.reserved() - amount, t.committed(), t.unit());
        return left.isEmpty() ? TallyWord.wrap(0) : left;
    }

    function _pack(uint72 exists_, uint72 reserved_, uint72 committed_, bytes3 unit_) private pure returns (TallyWord) {
        return
            TallyWord.wrap(
                exists_ |
                    (uint256(reserved_) << RESERVED_SHIFT) |
                    (uint256(committed_) << COMMITTED_SHIFT) |
                    (uint256(uint24(unit_)) << UNIT_SHIFT)
            );
    }
}
