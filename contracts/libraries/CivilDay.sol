// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

/// @title CivilDay
/// @notice Civil dates as counts of days since 1970-01-01 at the ledger's offset from UTC.
library CivilDay {
    /// @notice The civil day of a moment.
    /// @param timestamp Seconds since the epoch.
    /// @param utcOffset Seconds that the ledger's civil time is ahead of UTC.
    function dayOf(uint256 timestamp, uint256 utcOffset) internal pure returns (uint16) {
        // A day count exceeds 16 bits only from the year 2149 on.
        return uint16((timestamp + utcOffset) / 1 days);
    }
}
