// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {ICertificateSettlement} from "./ICertificateSettlement.sol";
import {IHolds} from "./IHolds.sol";
import {ISplitToken} from "./ISplitToken.sol";

/// @title ICreditCertificates
/// @notice Credit certificates: the parts of a confirmed receivable that circulate. Slot = receivable id, value =
/// money.
/// @dev One address answers all of it; behind it stand two immutable bytecodes (see `CreditCertificates`).
interface ICreditCertificates is ISplitToken, IHolds, ICertificateSettlement {}
