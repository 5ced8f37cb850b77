// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IClaimErrors} from "../interfaces/IClaimErrors.sol";

/// @notice What is claimed of one tag, packed in one storage word, from the lowest bit:
/// exists 72 | reserved 72 | committed 72 | unit 24 | statement 16. The statement counts how often everything claimed
/// was released, so that what exists was stated anew; below it, all is zero while nothing is claimed.
type TallyWord is uint256;

using TallyWordLib for TallyWord global;
using TallyWordLib for Known global;

/// @notice What is claimed of one thing under several key epochs. Never stored.
/// @param exists The least that any of them says exists.
/// @param used What is reserved or committed, together.
/// @param unit Unit of both.
struct Known {
    uint72 exists;
    uint256 used;
    bytes3 unit;
}

/// @title TallyWordLib
/// @notice Reads a packed tally and moves amounts within it, keeping reserved + committed <= exists (I5)
/// unless a credit note came late.
library TallyWordLib {
    uint256 private constant RESERVED_SHIFT = 72;
    uint256 private constant COMMITTED_SHIFT = 144;
    uint256 private constant UNIT_SHIFT = 216;
    uint256 private constant STATEMENT_SHIFT = 240;

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

    function statement(TallyWord t) internal pure returns (uint16) {
        return uint16(TallyWord.unwrap(t) >> STATEMENT_SHIFT);
    }

    /// @notice Whether nothing is claimed of the tag, so that what exists may be stated (anew).
    function isEmpty(TallyWord t) internal pure returns (bool) {
        return t.reserved() == 0 && t.committed() == 0;
    }

    // --- moves

    /// @notice How much is claimed. Two 72-bit amounts can't overflow 256 bits.
    function used(TallyWord t) internal pure returns (uint256) {
        return uint256(t.reserved()) + t.committed();
    }

    /// @notice Reserves an amount. Errors: ClaimsZeroAmount, ClaimsOtherUnit, ClaimsOtherFace, ClaimsOverused.
    /// @param tag The thing, for the errors.
    /// @param unit_ Unit of the amounts.
    /// @param exists_ How much of it is said to exist.
    /// @param amount How much of it is reserved.
    /// @param known What is known of the same thing under earlier key epochs.
    function reserve(
        TallyWord t,
        bytes32 tag,
        bytes3 unit_,
        uint72 exists_,
        uint72 amount,
        Known memory known
    ) internal pure returns (TallyWord) {
        require(amount != 0, IClaimErrors.ClaimsZeroAmount(tag));
        known.add(t);
        if (known.used != 0) {
            require(known.unit == unit_, IClaimErrors.ClaimsOtherUnit(tag, known.unit, unit_));
            require(known.exists == exists_, IClaimErrors.ClaimsOtherFace(tag, known.exists, exists_));
        }
        require(known.used + amount <= exists_, IClaimErrors.ClaimsOverused(tag, exists_, known.used, amount));
        return t.with(exists_, t.reserved() + amount, t.committed(), unit_);
    }

    /// @notice Adds what one key epoch knows of a thing. A credit note may have been recorded under one of them only,
    /// so the least that exists counts. Claims of one thing under several epochs were made in one unit.
    function add(Known memory known, TallyWord t) internal pure {
        if (t.isEmpty()) return;
        if (known.used == 0 || t.exists() < known.exists) known.exists = t.exists();
        known.unit = t.unit();
        known.used += t.used();
    }

    /// @notice Less exists. Errors: ClaimsZeroAmount, ClaimsCreditTooLarge.
    /// @param key Key of the tally, for the errors.
    /// @param amount What is taken off.
    function lower(TallyWord t, bytes32 key, uint72 amount) internal pure returns (TallyWord) {
        require(amount != 0, IClaimErrors.ClaimsZeroAmount(key));
        require(amount <= t.exists(), IClaimErrors.ClaimsCreditTooLarge(key, t.exists(), amount));
        return t.with(t.exists() - amount, t.reserved(), t.committed(), t.unit());
    }

    /// @notice A reserved amount becomes committed.
    function commit(TallyWord t, uint72 amount) internal pure returns (TallyWord) {
        return t.with(t.exists(), t.reserved() - amount, t.committed() + amount, t.unit());
    }

    /// @notice A reserved amount comes back; the last one takes the statement of what exists with it.
    function release(TallyWord t, uint72 amount) internal pure returns (TallyWord) {
        TallyWord left = t.with(t.exists(), t.reserved() - amount, t.committed(), t.unit());
        if (!left.isEmpty()) return left;
        uint256 next = t.statement();
        // A tag that was given up 65,535 times keeps its last statement's number.
        if (next != type(uint16).max) next++;
        return TallyWord.wrap(next << STATEMENT_SHIFT);
    }

    function with(
        TallyWord t,
        uint72 exists_,
        uint72 reserved_,
        uint72 committed_,
        bytes3 unit_
    ) internal pure returns (TallyWord) {
        return
            TallyWord.wrap(
                exists_ |
                    (uint256(reserved_) << RESERVED_SHIFT) |
                    (uint256(committed_) << COMMITTED_SHIFT) |
                    (uint256(uint24(unit_)) << UNIT_SHIFT) |
                    (uint256(t.statement()) << STATEMENT_SHIFT)
            );
    }
}
