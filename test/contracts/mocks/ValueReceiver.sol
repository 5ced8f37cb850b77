// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IERC3525Receiver} from "../../../contracts/interfaces/external/IERC3525.sol";
import {SmartAccount} from "./SmartAccount.sol";

/// @title ValueReceiver
/// @notice A smart account that receives ERC-3525 value and behaves as a test needs.
contract ValueReceiver is SmartAccount, IERC3525Receiver {
    bytes4 public answer = IERC3525Receiver.onERC3525Received.selector;
    /// @notice What it calls back while it receives, and whether that worked.
    address public target;
    bytes public call;
    bool public reentered;
    uint256 public received;

    constructor(address owner_) SmartAccount(owner_) {}

    function behave(bytes4 answer_, address target_, bytes calldata call_) external {
        answer = answer_;
        target = target_;
        call = call_;
    }

    function onERC3525Received(address, uint256, uint256 toTokenId, uint256, bytes calldata) external returns (bytes4) {
        received = toTokenId;
        if (target != address(0)) (reentered, ) = target.call(call);
        return answer;
    }
}
