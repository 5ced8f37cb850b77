// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {ICertificateSettlement} from "../interfaces/ICertificateSettlement.sol";
import {Positions} from "../token/Positions.sol";

/// @title CertificateStorage
/// @notice What certificates store beyond a split token. Both bytecodes behind their address begin with this layout,
/// which a test compares.
abstract contract CertificateStorage is Positions {
    /// @dev A legal account's proposal that waits for another legal account.
    struct FreezeProposal {
        address by;
        bool freeze;
        bytes32 documentDigest;
    }

    mapping(uint256 receivable => ICertificateSettlement.Totals) internal _totals;
    /// @dev Pay that closed runs reserve for a position flagged WAITING; part of its value.
    mapping(uint256 id => uint72) internal _waiting;
    mapping(uint256 id => FreezeProposal) internal _freezeProposals;
}
