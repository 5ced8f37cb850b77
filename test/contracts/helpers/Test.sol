// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Vm} from "./Vm.sol";

/// @title Test
/// @notice What every Solidity test starts from: cheats, comparisons that show both sides, and fuzz ranges.
/// @dev A contract is a test when it has functions named `test…` (run once, or fuzzed when they take arguments)
/// or `invariant…` (checked between random calls of the targets).
abstract contract Test {
    /// @notice Which functions of a target the invariant fuzzer calls.
    struct FuzzSelector {
        address addr;
        bytes4[] selectors;
    }

    Vm internal constant vm = Vm(address(uint160(uint256(keccak256("hevm cheat code")))));

    address[] private targets;
    FuzzSelector[] private selectors;

    error TestNotEqual(string what, uint256 actual, uint256 expected);
    error TestNotEqualBytes(string what, bytes32 actual, bytes32 expected);
    error TestNotEqualAddress(string what, address actual, address expected);
    error TestNotTrue(string what);
    error TestNotAtMost(string what, uint256 actual, uint256 limit);

    /// @notice The contracts whose functions an invariant's run calls; without one it calls all it can find.
    function targetContracts() external view returns (address[] memory) {
        return targets;
    }

    /// @notice The functions that it calls, where not all are meant.
    function targetSelectors() external view returns (FuzzSelector[] memory) {
        return selectors;
    }

    function target(address handler) internal {
        targets.push(handler);
    }

    function target(address handler, bytes4[] memory chosen) internal {
        targets.push(handler);
        selectors.push(FuzzSelector(handler, chosen));
    }

    /// @notice Folds a fuzzed number into a range, ends included; numbers already in it stay.
    function bound(uint256 number, uint256 low, uint256 high) internal pure returns (uint256) {
        if (number >= low && number <= high) return number;
        uint256 size = high - low + 1;
        return size == 0 ? number : low + (number % size);
    }

    function assertEq(uint256 actual, uint256 expected, string memory what) internal pure {
        if (actual != expected) revert TestNotEqual(what, actual, expected);
    }

    function assertEq(address actual, address expected, string memory what) internal pure {
        if (actual != expected) revert TestNotEqualAddress(what, actual, expected);
    }

    function assertEq(bytes32 actual, bytes32 expected, string memory what) internal pure {
        if (actual != expected) revert TestNotEqualBytes(what, actual, expected);
    }

    function assertTrue(bool holds, string memory what) internal pure {
        if (!holds) revert TestNotTrue(what);
    }

    function assertAtMost(uint256 actual, uint256 limit, string memory what) internal pure {
        if (actual > limit) revert TestNotAtMost(what, actual, limit);
    }
}
