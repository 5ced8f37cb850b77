// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {ISplitToken} from "./ISplitToken.sol";

/// @title IHolds
/// @notice Reservations of a split token's value by other ledger contracts (AccessManager grants). Events and errors
/// are those of `ISplitToken`.
interface IHolds {
    /// @notice Reserves value for the calling contract. `holder` is the member that agreed and must own the position.
    function hold(
        uint256 id,
        uint32 holder,
        uint256 value,
        uint40 expiresAt,
        bytes32 ref
    ) external returns (uint256 holdId);
    /// @notice Marks a hold as hanging on a payment that a bank accepted.
    function makeFirm(uint256 holdId, bytes32 ref) external;
    /// @notice Frees what was held.
    function releaseHold(uint256 holdId, bytes32 ref) external;
    /// @notice Delivers held value to `to` as a child of the same tier with `flags`.
    function commitHold(
        uint256 holdId,
        uint32 to,
        uint8 flags,
        ISplitToken.Cause cause,
        bytes32 tradeReference,
        bytes32 ref
    ) external returns (uint256 childId);

    /// @notice A hold's fields; all zero once it has ended.
    function holdOf(uint256 holdId) external view returns (ISplitToken.Hold memory);
}
