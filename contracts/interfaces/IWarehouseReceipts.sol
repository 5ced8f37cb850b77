// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IHolds} from "./IHolds.sol";
import {IReceiptDelivery} from "./IReceiptDelivery.sol";
import {ISplitToken} from "./ISplitToken.sol";

/// @title IWarehouseReceipts
/// @notice Warehouse receipts: title to parts of a lot. Slot = lot id, value = quantity in the location's unit.
/// @dev One address answers all of it; behind it stand two immutable bytecodes (see `WarehouseReceipts`).
interface IWarehouseReceipts is ISplitToken, IHolds, IReceiptDelivery {}
