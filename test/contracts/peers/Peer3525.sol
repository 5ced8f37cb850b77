// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {ERC3525} from "@solvprotocol/erc-3525/ERC3525.sol";
import {ERC3525Burnable} from "@solvprotocol/erc-3525/ERC3525Burnable.sol";

/// @title Peer3525
/// @notice The ERC-3525 reference, opened for minting, so that the bench measures it beside our own certificates.
contract Peer3525 is ERC3525Burnable {
    constructor() ERC3525Burnable("Peer", "PEER", 2) {}

    /// @notice Mints a token of `value` in `slot`.
    function open(address to, uint256 slot, uint256 value) external returns (uint256) {
        return _mint(to, slot, value);
    }

    /// @notice Splits one token to many recipients, each through the reference's own function.
    function splitEach(uint256 token, address[] calldata to, uint256 value) external {
        for (uint256 i; i < to.length; ++i) ERC3525.transferFrom(token, to[i], value);
    }
}
