// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

/// @notice One use of a claimant, packed in one storage word: the tally's key in the upper 184 bits, the amount in the
/// lower 72, which are zero in a key.
type ClaimEntry is uint256;

using ClaimEntryLib for ClaimEntry global;

/// @title ClaimEntryLib
/// @notice Packs and reads one use.
library ClaimEntryLib {
    uint256 private constant AMOUNT_MASK = type(uint72).max;

    /// @param key Key of a tally, as `toKey` makes it.
    /// @param amount_ How much of it is used.
    function create(bytes32 key, uint72 amount_) internal pure returns (ClaimEntry) {
        return ClaimEntry.wrap(uint256(key) | amount_);
    }

    /// @notice Cuts a digest down to the bits that a key has.
    function toKey(bytes32 digest) internal pure returns (bytes32) {
        return bytes32(uint256(digest) & ~AMOUNT_MASK);
    }

    function keyOf(ClaimEntry e) internal pure returns (bytes32) {
        return bytes32(ClaimEntry.unwrap(e) & ~AMOUNT_MASK);
    }

    function amount(ClaimEntry e) internal pure returns (uint72) {
        return uint72(ClaimEntry.unwrap(e));
    }
}
