// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

/// @title QueuedPayment
/// @notice A payment that waits for a run, packed in one word from the lowest bit: value day 16 | amount 72 |
/// instruction 168.
library QueuedPayment {
    uint256 private constant AMOUNT_SHIFT = 16;
    uint256 private constant INSTRUCTION_SHIFT = 88;

    /// @dev Instructions are counted one by one, so 168 bits hold them.
    function pack(uint256 instruction, uint72 amount, uint16 valueDay) internal pure returns (bytes32) {
        return bytes32((instruction << INSTRUCTION_SHIFT) | (uint256(amount) << AMOUNT_SHIFT) | valueDay);
    }

    function unpack(bytes32 word) internal pure returns (uint256 instruction, uint72 amount, uint16 valueDay) {
        uint256 bits = uint256(word);
        return (bits >> INSTRUCTION_SHIFT, uint72(bits >> AMOUNT_SHIFT), uint16(bits));
    }
}
