// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

/// @title CurrencyCode
/// @notice ISO 4217 codes as three ASCII letters.
library CurrencyCode {
    /// @notice Whether a code is three letters A to Z; which of those are in use is known off chain.
    /// @param code Three bytes of ASCII.
    function isWellFormed(bytes3 code) internal pure returns (bool) {
        for (uint256 i = 0; i < 3; i++) {
            if (code[i] < "A" || code[i] > "Z") return false;
        }
        return true;
    }
}
