// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

/// @title Roles
/// @notice Roles of a member, one bit each; a member may hold several.
library Roles {
    uint16 internal constant OBLIGOR = 1 << 0;
    uint16 internal constant SUPPLIER = 1 << 1;
    uint16 internal constant FINANCIER = 1 << 2;
    uint16 internal constant CUSTODIAN = 1 << 3;
    uint16 internal constant CARRIER = 1 << 4;
    uint16 internal constant SETTLEMENT_BANK = 1 << 5;
    uint16 internal constant BUREAU = 1 << 6;
    uint16 internal constant REGISTRAR = 1 << 7;
    uint16 internal constant AUDITOR = 1 << 8;
    uint16 internal constant REGULATOR = 1 << 9;
    uint16 internal constant LEGAL = 1 << 10;
    uint16 internal constant OPERATOR = 1 << 11;
    /// @dev Every bit that names a role.
    uint16 internal constant ALL = (1 << 12) - 1;
}
