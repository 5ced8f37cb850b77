// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

/// @title ILedgerAuthority
/// @notice The AccessManager of a ledger, which nobody administers without notice.
interface ILedgerAuthority {
    /// @notice The delay is shorter than the ledger promises.
    /// @param role AccessManager role.
    /// @param delay Seconds that were asked for.
    /// @param needed Seconds.
    error AuthorityDelayTooShort(uint64 role, uint32 delay, uint32 needed);

    /// @notice Shortest notice, in seconds, of what an administrator does.
    function MIN_DELAY() external view returns (uint32);
}
