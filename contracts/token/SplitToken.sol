// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IERC721} from "@openzeppelin/contracts/token/ERC721/IERC721.sol";
import {IERC721Metadata} from "@openzeppelin/contracts/token/ERC721/extensions/IERC721Metadata.sol";
import {IERC165} from "@openzeppelin/contracts/utils/introspection/IERC165.sol";
import {SafeCast} from "@openzeppelin/contracts/utils/math/SafeCast.sol";

import {IERC3525, IERC3525Metadata, IERC3525Receiver} from "../interfaces/external/IERC3525.sol";
import {IERC5192} from "../interfaces/external/IERC5192.sol";
import {ICertificateMetadata} from "../interfaces/ICertificateMetadata.sol";
import {Position} from "../types/Position.sol";
import {Offers} from "./Offers.sol";

/// @title SplitToken
/// @notice The ERC surface of a split token: ERC-165, ERC-721 reads and approvals, ERC-3525, ERC-5192.
/// @dev Accounts stand for their member: a position's owner is shown as the member's primary account, approvals are
/// given by any active account of the owner and lapse when its epoch rises.
abstract contract SplitToken is Offers, IERC165, IERC3525, IERC3525Metadata, IERC5192 {
    using SafeCast for uint256;

    /// @dev An approval and the epoch of the member that gave it.
    struct Approval {
        address operator;
        uint32 epoch;
    }

    /// @dev A value approval and the epoch of the member that gave it.
    struct Allowance {
        uint72 value;
        uint32 epoch;
    }

    ICertificateMetadata internal immutable metadata;

    mapping(uint256 id => Approval) private _approvals;
    mapping(uint256 id => mapping(address operator => Allowance)) private _allowances;
    /// @dev Key: member << 32 | epoch.
    mapping(uint256 memberEpoch => mapping(address operator => bool)) private _operators;

    constructor(ICertificateMetadata metadata_) {
        metadata = metadata_;
    }

    // ---------------------------------------------------------------- ERC-721

    /// @notice Tokens with value of the member whose primary account `owner` is.
    function balanceOf(address owner) external view returns (uint256) {
        uint32 member = members.idOf(owner);
        return member != 0 && _primaryOf(member) == owner ? _balances[member] : 0;
    }

    /// @notice Primary account of the holder; reverts for a spent or unknown token.
    function ownerOf(uint256 id) public view returns (address) {
        Position p = _existing(id);
        require(p.value() != 0, SplitTokenZeroValue(id));
        return _primaryOf(p.owner());
    }

    /// @notice Lets an account move all value of a token by ERC-3525 calls.
    function approve(address operator, uint256 id) external {
        uint32 owner = _requireGranter(id);
        _requireOperator(operator);
        _approvals[id] = Approval(operator, members.epochOf(owner));
        emit IERC721.Approval(_primaryOf(owner), operator, id);
    }

    /// @notice Lets an account move value of every token of the caller's member by ERC-3525 calls.
    function setApprovalForAll(address operator, bool approved) external {
        (uint32 member, address primary) = _caller();
        if (approved) _requireOperator(operator);
        _operators[_memberEpoch(member)][operator] = approved;
        emit IERC721.ApprovalForAll(primary, operator, approved);
    }

    /// @notice The account that may move all value of a token.
    function getApproved(uint256 id) public view returns (address) {
        Approval memory a = _approvals[id];
        return a.epoch == members.epochOf(_existing(id).owner()) ? a.operator : address(0);
    }

    /// @notice Whether `operator` may move value of every token of the member of `owner`.
    function isApprovedForAll(address owner, address operator) external view returns (bool) {
        uint32 member = members.idOf(owner);
        return member != 0 && _operators[_memberEpoch(member)][operator];
    }

    /// @notice Always reverts: whole tokens never move.
    function transferFrom(address, address, uint256 id) external pure {
        revert SplitTokenLocked(id);
    }

    /// @notice Always reverts: whole tokens never move.
    function safeTransferFrom(address, address, uint256 id) external pure {
        revert SplitTokenLocked(id);
    }

    /// @notice Always reverts: whole tokens never move.
    function safeTransferFrom(address, address, uint256 id, bytes calldata) external pure {
        revert SplitTokenLocked(id);
    }

    // --------------------------------------------------------------- ERC-3525

    /// @inheritdoc IERC3525
    function approve(uint256 id, address operator, uint256 value) external {
        uint32 owner = _requireGranter(id);
        _requireOperator(operator);
        _allowances[id][operator] = Allowance(value.toUint72(), members.epochOf(owner));
        emit ApprovalValue(id, operator, value);
    }

    /// @inheritdoc IERC3525
    function transferFrom(uint256 fromId, address to, uint256 value) external returns (uint256 childId) {
        uint72 part = value.toUint72();
        uint32 from = _spendAllowance(fromId, part);
        _requireSupplier(from);
        (uint32 recipient, ) = members.requireMember(to);
        _requireStanding(recipient, from);
        bytes32 framework = _standing[(uint256(recipient) << 32) | from].framework;
        childId = _circulate(fromId, from, recipient, part, framework, 0);
        _callReceiver(to, fromId, childId, value);
    }

    /// @inheritdoc IERC3525
    /// @dev Value moves between siblings of one holder only, as a merge would.
    function transferFrom(uint256 fromId, uint256 toId, uint256 value) external {
        uint72 part = value.toUint72();
        uint32 from = _spendAllowance(fromId, part);
        _moveToSibling(fromId, toId, from, part, 0);
        _callReceiver(_primaryOf(from), fromId, toId, value);
    }

    /// @inheritdoc IERC3525
    function allowance(uint256 id, address operator) public view returns (uint256) {
        Allowance memory a = _allowances[id][operator];
        return a.epoch == members.epochOf(_existing(id).owner()) ? a.value : 0;
    }

    /// @inheritdoc IERC3525
    function balanceOf(uint256 id) external view returns (uint256) {
        return _existing(id).value();
    }

    /// @inheritdoc IERC3525
    function slotOf(uint256 id) external view returns (uint256) {
        _existing(id);
        return id >> 32;
    }

    /// @inheritdoc IERC3525
    function valueDecimals() external pure returns (uint8) {
        return 0;
    }

    // ---------------------------------------------------- metadata, ERC-5192, ERC-165

    /// @notice Name of the collection.
    function name() external pure virtual returns (string memory);

    /// @notice Symbol of the collection.
    function symbol() external pure virtual returns (string memory);

    /// @notice JSON about a token.
    function tokenURI(uint256 id) external view returns (string memory) {
        return metadata.tokenURI(id);
    }

    /// @inheritdoc IERC3525Metadata
    function slotURI(uint256 slot) external view returns (string memory) {
        return metadata.slotURI(slot);
    }

    /// @inheritdoc IERC3525Metadata
    function contractURI() external view returns (string memory) {
        return metadata.contractURI();
    }

    /// @inheritdoc IERC5192
    function locked(uint256 id) external view returns (bool) {
        ownerOf(id);
        return true;
    }

    /// @inheritdoc IERC165
    function supportsInterface(bytes4 id) external pure returns (bool) {
        return
            id == type(IERC165).interfaceId ||
            id == type(IERC721).interfaceId ||
            id == type(IERC721Metadata).interfaceId ||
            id == type(IERC3525).interfaceId ||
            id == type(IERC3525Metadata).interfaceId ||
            id == type(IERC5192).interfaceId;
    }

    // -------------------------------------------------------------- internals

    /// @dev The owner of a token for which the caller's account acts.
    function _requireGranter(uint256 id) private view returns (uint32 owner) {
        (uint32 member, ) = _caller();
        owner = _existing(id).owner();
        require(owner == member, SplitTokenNotOwner(id, member, owner));
    }

    /// @dev Approvals go to active accounts of members only; the zero account takes one back.
    function _requireOperator(address operator) private view {
        require(operator == address(0) || members.idOf(operator) != 0, SplitTokenOperatorNotMember(operator));
    }

    /// @dev The owner, after checking that the caller may move `value` of its token, and using up a value approval.
    function _spendAllowance(uint256 id, uint72 value) private returns (uint32 owner) {
        (uint32 member, ) = _caller();
        owner = _existing(id).owner();
        if (member == owner || _operators[_memberEpoch(owner)][msg.sender] || getApproved(id) == msg.sender)
            return owner;
        uint256 left = allowance(id, msg.sender);
        require(left >= value, SplitTokenNotApproved(id, msg.sender));
        _allowances[id][msg.sender].value = uint72(left) - value;
        emit ApprovalValue(id, msg.sender, left - value);
    }

    function _memberEpoch(uint32 member) private view returns (uint256) {
        return (uint256(member) << 32) | members.epochOf(member);
    }

    /// @dev A contract that receives by an ERC function must say that it expects to; it runs last. No answer, or one
    /// that is too short, is a refusal like any other.
    function _callReceiver(address to, uint256 fromId, uint256 toId, uint256 value) private {
        if (to.code.length == 0) return;
        // Not `try`: it would revert without a reason where the answer is too short.
        // solhint-disable-next-line avoid-low-level-calls
        (bool success, bytes memory answer) = to.call(
            abi.encodeCall(IERC3525Receiver.onERC3525Received, (msg.sender, fromId, toId, value, ""))
        );
        bool accepts =
            success && answer.length >= 32 && bytes32(answer) == bytes32(IERC3525Receiver.onERC3525Received.selector);
        require(accepts, SplitTokenReceiverRefused(to, toId));
    }
}
