// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

/// @title IERC3525Events
/// @notice Events of ERC-3525 (semi-fungible tokens).
interface IERC3525Events {
    /// @notice Value moved between two tokens of one slot; 0 stands for nothing before a mint or after a burn.
    /// @param fromTokenId Token that gave.
    /// @param toTokenId Token that got.
    /// @param value Units moved.
    event TransferValue(uint256 indexed fromTokenId, uint256 indexed toTokenId, uint256 value);
    /// @notice An operator may move value of a token.
    /// @param tokenId Token.
    /// @param operator Account that may move.
    /// @param value Units that it may move.
    event ApprovalValue(uint256 indexed tokenId, address indexed operator, uint256 value);
    /// @notice A token's slot was set.
    /// @param tokenId Token.
    /// @param oldSlot Slot before, 0 at mint.
    /// @param newSlot Slot now.
    event SlotChanged(uint256 indexed tokenId, uint256 indexed oldSlot, uint256 indexed newSlot);
}

/// @title IERC3525
/// @notice Functions of ERC-3525 beyond ERC-721. The standard marks some of them payable; here no money is on the
/// ledger.
interface IERC3525 is IERC3525Events {
    /// @notice Decimals of a value: those of the slot's unit are told by its metadata, so here 0.
    function valueDecimals() external view returns (uint8);
    /// @notice Value of a token.
    function balanceOf(uint256 tokenId) external view returns (uint256);
    /// @notice Slot of a token.
    function slotOf(uint256 tokenId) external view returns (uint256);
    /// @notice Lets `operator` move up to `value` of a token.
    function approve(uint256 tokenId, address operator, uint256 value) external;
    /// @notice What `operator` may still move of a token.
    function allowance(uint256 tokenId, address operator) external view returns (uint256);
    /// @notice Moves value between two tokens.
    function transferFrom(uint256 fromTokenId, uint256 toTokenId, uint256 value) external;
    /// @notice Moves value to an account, into a new token.
    function transferFrom(uint256 fromTokenId, address to, uint256 value) external returns (uint256);
}

/// @title IERC3525Receiver
/// @notice What a contract that receives value answers to.
interface IERC3525Receiver {
    /// @notice Answers its own selector to accept.
    function onERC3525Received(
        address operator,
        uint256 fromTokenId,
        uint256 toTokenId,
        uint256 value,
        bytes calldata data
    ) external returns (bytes4);
}

/// @title IERC3525Metadata
/// @notice Metadata of contract and slots, beside ERC-721's of tokens.
interface IERC3525Metadata {
    /// @notice JSON about the contract.
    function contractURI() external view returns (string memory);
    /// @notice JSON about a slot.
    function slotURI(uint256 slot) external view returns (string memory);
}
