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
    /// @notice Undoes `makeFirm`: the payment failed, and the hold goes on.
    /// Errors: SplitTokenUnknownHold, SplitTokenNotCommitter, SplitTokenNotFirm.
    /// @param holdId Hold.
    /// @param ref Request reference.
    function loosenHold(uint256 holdId, bytes32 ref) external;
    /// @notice Keeps a hold for an active lien, beyond its expiry and beyond circulation. Refused where it could not be
    /// committed now, and on positions financed with recourse.
    /// Errors: as `commitHold`; SplitTokenHoldKept, SplitTokenFinanced.
    /// @param holdId Hold.
    /// @param ref Request reference.
    function keepHold(uint256 holdId, bytes32 ref) external;
    /// @notice Frees what was held.
    function releaseHold(uint256 holdId, bytes32 ref) external;
    /// @notice Frees a part of what is held.
    /// Errors: SplitTokenUnknownHold, SplitTokenNotCommitter, SplitTokenZeroValue, SplitTokenExceedsHold.
    /// @param holdId Hold.
    /// @param value What is freed.
    /// @param ref Request reference.
    function releasePart(uint256 holdId, uint72 value, bytes32 ref) external;
    /// @notice Delivers a part or all of a kept hold as a child of the same tier, whether circulation has ended or not;
    /// what is left of the hold hangs on no payment any more.
    /// Errors: as `releasePart`; SplitTokenHoldNotKept, SplitTokenFrozen, SplitTokenRunOpen.
    /// @param holdId Hold.
    /// @param value What is delivered.
    /// @param to Receiving member.
    /// @param flags Flags of the child.
    /// @param cause Why it is delivered.
    /// @param tradeReference Digest of what it is delivered for.
    /// @param ref Request reference.
    /// @return childId Token that was minted.
    function deliverPart(
        uint256 holdId,
        uint72 value,
        uint32 to,
        uint8 flags,
        ISplitToken.Cause cause,
        bytes32 tradeReference,
        bytes32 ref
    ) external returns (uint256 childId);
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
