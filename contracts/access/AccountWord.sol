// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

/// @notice Whose account an address is, packed in one storage word, from the lowest bit:
/// member 32 | generation 8 | active from 40 | proposer 160 | 16 unused.
type AccountWord is uint256;

using AccountWordLib for AccountWord global;

/// @title AccountWordLib
/// @notice Reads the fields of a packed account.
library AccountWordLib {
    uint256 private constant GENERATION_SHIFT = 32;
    uint256 private constant ACTIVE_FROM_SHIFT = 40;
    uint256 private constant PROPOSER_SHIFT = 80;

    /// @dev Never active: a revoked account that ERC views go on naming, so that nobody else may take it.
    uint40 internal constant RETIRED = type(uint40).max;

    function create(
        uint32 member_,
        uint8 generation_,
        uint40 activeFrom_,
        address proposer_
    ) internal pure returns (AccountWord) {
        return
            AccountWord.wrap(
                uint256(member_) |
                    (uint256(generation_) << GENERATION_SHIFT) |
                    (uint256(activeFrom_) << ACTIVE_FROM_SHIFT) |
                    (uint256(uint160(proposer_)) << PROPOSER_SHIFT)
            );
    }

    function member(AccountWord w) internal pure returns (uint32) {
        return uint32(AccountWord.unwrap(w));
    }

    /// @notice The member's generation when the account was proposed.
    function generation(AccountWord w) internal pure returns (uint8) {
        return uint8(AccountWord.unwrap(w) >> GENERATION_SHIFT);
    }

    /// @notice Block time in seconds.
    function activeFrom(AccountWord w) internal pure returns (uint40) {
        return uint40(AccountWord.unwrap(w) >> ACTIVE_FROM_SHIFT);
    }

    function proposer(AccountWord w) internal pure returns (address) {
        return address(uint160(AccountWord.unwrap(w) >> PROPOSER_SHIFT));
    }
}
