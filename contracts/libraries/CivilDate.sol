// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Strings} from "@openzeppelin/contracts/utils/Strings.sol";

/// @title CivilDate
/// @notice Writes a civil day as a date.
library CivilDate {
    uint256 private constant DAYS_OF_400_YEARS = 146_097;
    /// @dev Days from 0000-03-01 to 1970-01-01.
    uint256 private constant EPOCH = 719_468;

    /// @notice A civil day as `YYYY-MM-DD` in the Gregorian calendar.
    /// @param day Days since 1970-01-01.
    function text(uint16 day) internal pure returns (string memory) {
        (uint256 year, uint256 month, uint256 dayOfMonth) = split(day);
        return string.concat(Strings.toString(year), "-", _twoDigits(month), "-", _twoDigits(dayOfMonth));
    }

    /// @notice Year, month (1 to 12) and day of the month (1 to 31) of a civil day.
    /// @dev Counts in years that begin in March, so that the leap day is a year's last: Howard Hinnant,
    /// "chrono-Compatible Low-Level Date Algorithms", civil_from_days.
    function split(uint16 day) internal pure returns (uint256 year, uint256 month, uint256 dayOfMonth) {
        uint256 since = day + EPOCH;
        uint256 era = since / DAYS_OF_400_YEARS;
        uint256 dayOfEra = since % DAYS_OF_400_YEARS;
        uint256 yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365;
        uint256 dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
        uint256 fromMarch = (5 * dayOfYear + 2) / 153;
        dayOfMonth = dayOfYear - (153 * fromMarch + 2) / 5 + 1;
        month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9;
        year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
    }

    function _twoDigits(uint256 number) private pure returns (string memory) {
        return number < 10 ? string.concat("0", Strings.toString(number)) : Strings.toString(number);
    }
}
