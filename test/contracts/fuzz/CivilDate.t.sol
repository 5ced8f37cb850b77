// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {CivilDate} from "../../../contracts/libraries/CivilDate.sol";
import {Test} from "../helpers/Test.sol";

/// @title CivilDateTest
/// @notice Civil dates against a calendar that counts years and months one by one.
contract CivilDateTest is Test {
    /// @notice Every day has the date that counting from 1970-01-01 gives.
    function testADateIsItsDay(uint16 day) external pure {
        (uint256 year, uint256 month, uint256 dayOfMonth) = CivilDate.split(day);
        assertTrue(month >= 1 && month <= 12, "month");
        assertTrue(dayOfMonth >= 1 && dayOfMonth <= _daysOf(year, month), "day of the month");
        uint256 counted = dayOfMonth - 1;
        for (uint256 y = 1970; y < year; y++) counted += _isLeap(y) ? 366 : 365;
        for (uint256 m = 1; m < month; m++) counted += _daysOf(year, m);
        assertEq(counted, day, "days since 1970-01-01");
    }

    /// @notice A date is always written with ten characters, so that dates sort as text.
    function testADateHasTenCharacters(uint16 day) external pure {
        bytes memory text = bytes(CivilDate.text(day));
        assertEq(text.length, 10, "length");
        assertEq(uint8(text[4]), uint8(bytes1("-")), "after the year");
        assertEq(uint8(text[7]), uint8(bytes1("-")), "after the month");
    }

    function _isLeap(uint256 year) private pure returns (bool) {
        return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    }

    function _daysOf(uint256 year, uint256 month) private pure returns (uint256) {
        if (month == 2) return _isLeap(year) ? 29 : 28;
        return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
    }
}
