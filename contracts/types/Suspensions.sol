// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

/// @title Suspensions
/// @notice Reasons for which a member is suspended, one bit each.
library Suspensions {
    /// @dev Set and cleared by the ledger alone, by a counter of overdue receivables.
    uint16 internal constant OVERDUE = 1 << 0;
    /// @dev Set and cleared by the ledger alone, while a recovery runs.
    uint16 internal constant RECOVERY = 1 << 1;
    uint16 internal constant LICENCE = 1 << 2;
    uint16 internal constant REGULATORY = 1 << 3;
    uint16 internal constant SANCTIONS = 1 << 4;
    uint16 internal constant CONTRACT = 1 << 5;
    /// @dev The bits that an operator may set and clear.
    uint16 internal constant BY_OPERATOR = LICENCE | REGULATORY | SANCTIONS | CONTRACT;
}
