// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

/// @title IERC5192
/// @notice Minimal soulbound tokens: tells that whole tokens never move.
interface IERC5192 {
    /// @notice Whether whole-token transfers revert.
    function locked(uint256 tokenId) external view returns (bool);
}
