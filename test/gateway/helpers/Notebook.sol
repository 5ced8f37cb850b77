// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

/// @notice The smallest ledger that a gateway can serve: it numbers notes and refuses long ones.
contract Notebook {
    error NotebookNoteTooLong(uint256 length, uint256 longest);
    error NotebookMoved(uint256 count, uint256 expected);

    event Noted(uint32 indexed member, uint256 number, string text, bytes32 ref);
    event Marked(uint256 number);

    uint256 public constant LONGEST = 40;
    uint256 public count;

    function note(uint32 member, string calldata text, bytes32 ref) external {
        if (bytes(text).length > LONGEST) revert NotebookNoteTooLong(bytes(text).length, LONGEST);
        count += 1;
        emit Noted(member, count, text, ref);
    }

    function noteAt(uint32 member, uint256 expected, bytes32 ref) external {
        if (count != expected) revert NotebookMoved(count, expected);
        count += 1;
        emit Noted(member, count, "at", ref);
    }

    function mark(uint256 number) external {
        emit Marked(number);
    }
}
