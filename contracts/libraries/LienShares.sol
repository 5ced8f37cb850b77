// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

/// @title LienShares
/// @notice How one payment is divided among the liens on a position.
library LienShares {
    /// @notice By ascending time of registration, each one in full before the next; equal times in proportion, by
    /// cumulative floors in the order given, so that nothing is lost and nobody gets more than its lien.
    /// @param amounts What each lien encumbers, in minor units.
    /// @param times When each was registered, ascending.
    /// @param pay Minor units to divide.
    /// @return paid What each gets; together the smaller of `pay` and all amounts.
    function divide(
        uint72[] memory amounts,
        uint40[] memory times,
        uint72 pay
    ) internal pure returns (uint72[] memory paid) {
        paid = new uint72[](amounts.length);
        uint256 next;
        while (pay != 0 && next < amounts.length) {
            uint256 first = next;
            uint256 total;
            for (; next < amounts.length && times[next] == times[first]; ++next) total += amounts[next];
            if (total == 0) continue;
            // The smaller of both fits as `pay` does.
            uint72 together = pay < total ? pay : uint72(total);
            _divideEqual(amounts, paid, first, next, together, total);
            pay -= together;
        }
    }

    /// @dev floor(P * C_i / T) - floor(P * C_(i-1) / T): products fit 148 bits, quotients are at most P.
    function _divideEqual(
        uint72[] memory amounts,
        uint72[] memory paid,
        uint256 first,
        uint256 end,
        uint72 together,
        uint256 total
    ) private pure {
        uint256 cumulative;
        uint72 before;
        for (uint256 i = first; i < end; ++i) {
            cumulative += amounts[i];
            uint72 until = uint72((uint256(together) * cumulative) / total);
            paid[i] = until - before;
            before = until;
        }
    }
}
