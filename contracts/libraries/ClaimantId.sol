// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

/// @title ClaimantId
/// @notice Names an asset in `Claims`: 20 bytes of the contract that keeps the asset, then 12 bytes of its id there.
/// @dev Two contracts can't name the same claimant, and a reader sees at once whose it is.
library ClaimantId {
    /// @notice The claimant of an asset.
    /// @param keeper Contract that keeps the asset and makes its claims.
    /// @param id The asset's id there: a receivable's or a token's.
    function toId(address keeper, uint64 id) internal pure returns (bytes32) {
        return bytes32((uint256(uint160(keeper)) << 96) | id);
    }

    /// @notice The contract that keeps the asset.
    /// @param claimant A claimant.
    function keeperOf(bytes32 claimant) internal pure returns (address) {
        return address(bytes20(claimant));
    }
}
