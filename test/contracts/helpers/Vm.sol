// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

/// @title Vm
/// @notice The cheats of Hardhat's Solidity tests that ours use; forge knows them by the same names.
interface Vm {
    /// @notice Sets the block's time, in seconds.
    function warp(uint256 timestamp) external;

    /// @notice Sets the block's number.
    function roll(uint256 number) external;

    /// @notice The next call comes from `sender`.
    function prank(address sender) external;

    /// @notice All calls come from `sender` until `stopPrank`.
    function startPrank(address sender) external;

    function stopPrank() external;

    /// @notice A fuzzed input that doesn't hold `condition` is thrown away.
    function assume(bool condition) external pure;

    /// @notice The next call reverts with exactly these bytes.
    function expectRevert(bytes calldata revertData) external;

    /// @notice The next call reverts with this selector, whatever its arguments.
    function expectPartialRevert(bytes4 selector) external;

    /// @notice The next call emits the event that follows, with equal topics and data.
    function expectEmit() external;

    /// @notice The address of a private key.
    function addr(uint256 privateKey) external pure returns (address);

    /// @notice Signs a digest.
    function sign(uint256 privateKey, bytes32 digest) external pure returns (uint8 v, bytes32 r, bytes32 s);

    /// @notice Puts code at an address.
    function etch(address target, bytes calldata code) external;

    function load(address target, bytes32 slot) external view returns (bytes32);

    function store(address target, bytes32 slot, bytes32 value) external;

    function label(address account, string calldata name) external;

    function getBlockTimestamp() external view returns (uint256);

    function toString(uint256 value) external pure returns (string memory);
}
