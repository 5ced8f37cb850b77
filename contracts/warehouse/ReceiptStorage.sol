// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {BitMaps} from "@openzeppelin/contracts/utils/structs/BitMaps.sol";

import {Positions} from "../token/Positions.sol";

/// @title ReceiptStorage
/// @notice What warehouse receipts store beyond a split token. Both bytecodes behind their address begin with this
/// layout, which a test compares.
abstract contract ReceiptStorage is Positions {
    /// @dev Terms of each issue, by the custodian's spent position.
    mapping(uint256 rootId => bytes32) internal _terms;
    mapping(uint256 holdId => uint72) internal _approvedPickUps;
    mapping(uint256 holdId => bytes32) internal _approvedReplacements;
    mapping(uint32 member => BitMaps.BitMap) internal _orderNonces;
}
