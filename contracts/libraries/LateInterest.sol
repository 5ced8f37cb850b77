// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

/// @title LateInterest
/// @notice Interest on what was paid after the due day (Regulation on Payments to SMEs, art. 17).
/// @dev A figure that 72 bits can't hold is cut to the largest one: interest must never stop a settlement.
library LateInterest {
    uint256 private constant BASIS_POINTS = 10_000;

    /// @notice floor(pay * basis points * days / 10,000), with days from the day after the due day to the value day
    /// inclusive; 0 when paid in time.
    /// @param pay What was paid, in minor units.
    /// @param basisPointsPerDay Rate a day.
    /// @param dueDay Civil day on which it was due.
    /// @param valueDay Civil day on which the payment counts.
    function accrued(
        uint72 pay,
        uint16 basisPointsPerDay,
        uint16 dueDay,
        uint16 valueDay
    ) internal pure returns (uint72) {
        if (valueDay <= dueDay) return 0;
        return _cut((uint256(pay) * basisPointsPerDay * (valueDay - dueDay)) / BASIS_POINTS);
    }

    /// @notice The sum of two amounts of interest.
    function plus(uint72 a, uint72 b) internal pure returns (uint72) {
        return _cut(uint256(a) + b);
    }

    /// @notice The part of `interest` that goes along with `pay` of `total`, rounded down unless it is the whole.
    /// @param interest Interest on `total`.
    /// @param pay At most `total`.
    /// @param total Above 0.
    function share(uint72 interest, uint72 pay, uint72 total) internal pure returns (uint72) {
        return uint72((uint256(interest) * pay) / total);
    }

    function _cut(uint256 interest) private pure returns (uint72) {
        return interest > type(uint72).max ? type(uint72).max : uint72(interest);
    }
}
