// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {QueuedPayment} from "../../../contracts/types/QueuedPayment.sol";
import {Test} from "../helpers/Test.sol";

/// @title QueuedPaymentTest
/// @notice A packed payment gives back what was packed.
contract QueuedPaymentTest is Test {
    /// @notice No field spills over into another one.
    function testKeepsEveryField(uint168 instruction, uint72 amount, uint16 valueDay) external pure {
        (uint256 i, uint72 a, uint16 v) = QueuedPayment.unpack(QueuedPayment.pack(instruction, amount, valueDay));
        assertEq(i, instruction, "instruction");
        assertEq(a, amount, "amount");
        assertEq(v, valueDay, "value day");
    }
}
