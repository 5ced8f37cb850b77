// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {LateInterest} from "../../../contracts/libraries/LateInterest.sol";
import {Test} from "../helpers/Test.sol";

/// @title LateInterestTest
/// @notice Late interest against the formula in plain numbers; it never reverts, whatever the figures.
contract LateInterestTest is Test {
    uint256 private constant MOST = type(uint72).max;

    /// @notice floor(pay * bp * days / 10,000), cut to 72 bits, and 0 when paid in time.
    function testAccruesByTheFormula(uint72 pay, uint16 rate, uint16 dueDay, uint16 valueDay) external pure {
        uint256 late = valueDay > dueDay ? uint256(valueDay) - dueDay : 0;
        uint256 expected = (uint256(pay) * rate * late) / 10_000;
        assertEq(LateInterest.accrued(pay, rate, dueDay, valueDay), expected < MOST ? expected : MOST, "interest");
    }

    /// @notice One day late at the statutory 5 basis points is a two-thousandth, rounded down.
    function testOneDayIsATwoThousandth(uint72 pay, uint16 dueDay) external pure {
        dueDay = uint16(bound(dueDay, 0, type(uint16).max - 1));
        assertEq(LateInterest.accrued(pay, 5, dueDay, dueDay + 1), pay / 2_000, "interest");
    }

    /// @notice A later value day never owes less.
    function testGrowsWithTheValueDay(uint72 pay, uint16 rate, uint16 dueDay, uint16 one, uint16 other) external pure {
        (uint16 early, uint16 late) = one < other ? (one, other) : (other, one);
        uint256 less = LateInterest.accrued(pay, rate, dueDay, early);
        assertAtMost(less, LateInterest.accrued(pay, rate, dueDay, late), "interest");
    }

    /// @notice A sum is exact, or the largest figure that fits.
    function testSumsAreExactOrCut(uint72 a, uint72 b) external pure {
        uint256 expected = uint256(a) + b;
        assertEq(LateInterest.plus(a, b), expected < MOST ? expected : MOST, "sum");
    }

    /// @notice Taking pay out part by part takes all of the interest and no more, however it is cut.
    function testSharesAddUp(uint72 interest, uint72 total, uint72[] calldata parts) external pure {
        uint72 left = interest;
        uint72 rest = uint72(bound(total, 1, MOST));
        for (uint256 i; i < parts.length && rest != 0; i++) {
            uint72 part = uint72(bound(parts[i], 0, rest));
            uint72 taken = LateInterest.share(left, part, rest);
            assertAtMost(taken, left, "share");
            (left, rest) = (left - taken, rest - part);
        }
        if (rest != 0) left -= LateInterest.share(left, rest, rest);
        assertEq(left, 0, "left over");
    }
}
