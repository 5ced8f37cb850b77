// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {ERC1155} from "@openzeppelin/contracts/token/ERC1155/ERC1155.sol";

/// @title Peer1155
/// @notice OpenZeppelin's ERC-1155, opened for minting, so that the bench measures it beside our own certificates.
contract Peer1155 is ERC1155 {
    constructor() ERC1155("") {}

    /// @notice Mints `value` of `id`.
    function open(address to, uint256 id, uint256 value) external {
        _mint(to, id, value, "");
    }

    /// @notice Burns the caller's own value.
    function burn(uint256 id, uint256 value) external {
        _burn(msg.sender, id, value);
    }

    /// @notice Passes a part to each of many recipients.
    function passEach(uint256 id, address[] calldata to, uint256 value) external {
        for (uint256 i; i < to.length; ++i) _safeTransferFrom(msg.sender, to[i], id, value, "");
    }
}
