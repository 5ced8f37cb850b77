// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IClaimErrors} from "../../../contracts/interfaces/IClaimErrors.sol";
import {BillRanges} from "../../../contracts/libraries/BillRanges.sol";
import {Test} from "../helpers/Test.sol";

/// @title ClaimsRangesTest
/// @notice The linked list of a bill's ranges against a map of its minor units, one by one.
contract ClaimsRangesTest is Test {
    using BillRanges for BillRanges.Ranges;

    bytes32 private constant KEY = keccak256("bill");
    /// @dev A bill small enough to be counted unit by unit, and to make random ranges meet.
    uint256 private constant SIZE = 48;
    uint72 private constant NONE = type(uint72).max;

    BillRanges.Ranges private ranges;
    /// @dev 1 + start of the range that a unit belongs to; 0 for a free one.
    mapping(uint256 unit => uint256) private takenBy;
    uint256 private claimed;

    function insert(uint72 from, uint72 to, uint72 left) external {
        ranges.insert(KEY, from, to, left);
    }

    /// @notice With the right neighbour a range is taken exactly when every unit of it is free.
    function testTakesWhatIsFreeAndNothingElse(uint256[] calldata seeds) external {
        for (uint256 i = 0; i < seeds.length; i++) {
            (uint72 from, uint72 to) = _range(seeds[i]);
            uint72 left = _neighbourOf(from);
            bytes4 expected;
            if (from >= to) expected = IClaimErrors.ClaimsEmptyRange.selector;
            else if (!_isFree(from, to)) expected = IClaimErrors.ClaimsRangeTaken.selector;
            _try(from, to, left, expected);
        }
        _assertSame();
    }

    /// @notice Whatever neighbour is named, ranges stay disjoint and sorted, and only the nearest is taken.
    function testNoNeighbourFoolsIt(uint256[] calldata seeds) external {
        for (uint256 i = 0; i < seeds.length; i++) {
            (uint72 from, uint72 to) = _range(seeds[i]);
            uint72 left = uint72((seeds[i] >> 32) % (SIZE + 1));
            if (left == SIZE) left = NONE;
            try this.insert(from, to, left) {
                assertTrue(from < to && _isFree(from, to), "free");
                assertEq(left, _neighbourOf(from), "the nearest");
                _take(from, to);
            } catch {
                bool right = from < to && _isFree(from, to) && left == _neighbourOf(from);
                assertTrue(!right, "refused though right");
            }
        }
        _assertSame();
    }

    /// @notice Ranges anywhere in 72 bits: the second one is taken exactly when it doesn't overlap the first.
    function testTwoRangesOfAnySize(uint72 from1, uint72 to1, uint72 from2, uint72 to2) external {
        to1 = uint72(bound(to1, 1, NONE));
        from1 = uint72(bound(from1, 0, to1 - 1));
        to2 = uint72(bound(to2, 1, NONE));
        from2 = uint72(bound(from2, 0, to2 - 1));
        this.insert(from1, to1, NONE);
        bool apart = to2 <= from1 || to1 <= from2;
        try this.insert(from2, to2, from1 <= from2 ? from1 : NONE) {
            assertTrue(apart, "overlap taken");
        } catch (bytes memory reason) {
            assertTrue(!apart, "apart refused");
            assertEq(bytes4(reason), IClaimErrors.ClaimsRangeTaken.selector, "reason");
        }
    }

    function _try(uint72 from, uint72 to, uint72 left, bytes4 expected) private {
        try this.insert(from, to, left) {
            assertTrue(expected == 0, "taken though the model refuses");
            _take(from, to);
        } catch (bytes memory reason) {
            assertEq(bytes4(reason), expected, "reason");
        }
    }

    /// @dev Some ranges are empty or the wrong way round.
    function _range(uint256 seed) private pure returns (uint72 from, uint72 to) {
        from = uint72(seed % SIZE);
        to = uint72(from + ((seed >> 16) % 9));
        if (to > SIZE) to = 0;
    }

    function _isFree(uint256 from, uint256 to) private view returns (bool) {
        for (uint256 unit = from; unit < to; unit++) if (takenBy[unit] != 0) return false;
        return true;
    }

    /// @dev Start of the nearest range that starts at or below `from`.
    function _neighbourOf(uint256 from) private view returns (uint72) {
        for (uint256 unit = from + 1; unit > 0; unit--) {
            if (takenBy[unit - 1] != 0) return uint72(takenBy[unit - 1] - 1);
        }
        return NONE;
    }

    function _take(uint256 from, uint256 to) private {
        for (uint256 unit = from; unit < to; unit++) takenBy[unit] = from + 1;
        claimed += to - from;
    }

    /// @dev The list, walked from its head, holds exactly the units that the model has.
    function _assertSame() private view {
        uint256 sum = 0;
        uint256 end = 0;
        (uint72 from, uint72 to) = ranges.after_(KEY, NONE);
        while (to != 0) {
            assertAtMost(end, from, "sorted and disjoint");
            for (uint256 unit = from; unit < to; unit++) assertEq(takenBy[unit], uint256(from) + 1, "unit");
            (sum, end) = (sum + to - from, to);
            (from, to) = ranges.after_(KEY, from);
        }
        assertEq(sum, claimed, "all units");
    }
}
