// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {EIP712} from "@openzeppelin/contracts/utils/cryptography/EIP712.sol";
import {BitMaps} from "@openzeppelin/contracts/utils/structs/BitMaps.sol";
import {ICreditCertificates} from "../interfaces/ICreditCertificates.sol";
import {IFactoring} from "../interfaces/IFactoring.sol";
import {IMembers} from "../interfaces/IMembers.sol";
import {IReceivables} from "../interfaces/IReceivables.sol";
import {IRules} from "../interfaces/IRules.sol";
import {ISettlement} from "../interfaces/ISettlement.sol";
import {ISettlementRuns} from "../interfaces/ISettlementRuns.sol";
import {ISplitToken} from "../interfaces/ISplitToken.sol";
import {CivilDay} from "../libraries/CivilDay.sol";
import {PositionLib} from "../types/Position.sol";
import {QuoteLib} from "./QuoteLib.sol";

/// @title FactoringBook
/// @notice What factoring remembers, and what it asks the other contracts.
abstract contract FactoringBook is IFactoring, EIP712 {
    using BitMaps for BitMaps.BitMap;

    IMembers internal immutable MEMBERS;
    IReceivables internal immutable RECEIVABLES;
    ICreditCertificates internal immutable CERTIFICATES;
    ISettlement internal immutable SETTLEMENT;
    ISettlementRuns internal immutable RUNS;
    uint256 internal immutable UTC_OFFSET;

    /// @inheritdoc IFactoring
    uint256 public financingCount;
    mapping(uint256 financing => Financing) internal _financings;
    mapping(uint256 token => Recourse) internal _recourses;
    mapping(uint256 instruction => uint256 financing) internal _financingPaidBy;
    mapping(uint256 instruction => uint256 financing) internal _interestPaidBy;
    mapping(uint256 instruction => uint256 token) internal _buyBackPaidBy;
    mapping(uint32 member => BitMaps.BitMap) private _nonces;

    constructor(
        IMembers members,
        IRules rules,
        IReceivables receivables,
        ICreditCertificates certificates,
        ISettlement settlement,
        ISettlementRuns runs
    ) EIP712("Tallystick", "1") {
        MEMBERS = members;
        RECEIVABLES = receivables;
        CERTIFICATES = certificates;
        SETTLEMENT = settlement;
        RUNS = runs;
        UTC_OFFSET = rules.utcOffset();
    }

    modifier onlySettlement() {
        require(msg.sender == address(SETTLEMENT), FactoringNotIssuedHere(msg.sender));
        _;
    }

    // --- nonces

    /// @inheritdoc IFactoring
    function cancelNonce(uint256 nonce, bytes32 ref) external {
        _spendNonce(_caller(), nonce, ref);
    }

    function _spendNonce(uint32 member, uint256 nonce, bytes32 ref) internal {
        require(!_nonces[member].get(nonce), FactoringNonceUsed(member, nonce));
        _nonces[member].set(nonce);
        emit FactoringNonceSpent(member, nonce, ref);
    }

    // --- what other contracts know

    /// @dev The slot of a certificate is its receivable.
    function _receivableOf(uint256 token) internal pure returns (uint32) {
        return uint32(token >> 32);
    }

    /// @dev Member of the calling account, whatever its suspensions.
    function _caller() internal view returns (uint32 member) {
        (member, ) = MEMBERS.requireMember(msg.sender);
    }

    function _position(uint256 token) internal view returns (ISplitToken.Link memory link) {
        (link, ) = CERTIFICATES.positionOf(token);
    }

    function _slot(uint256 token) internal view returns (ISplitToken.Slot memory) {
        return CERTIFICATES.slotInfo(_receivableOf(token));
    }

    function _today() internal view returns (uint16) {
        return CivilDay.dayOf(block.timestamp, UTC_OFFSET);
    }

    function _circulationEnded(uint256 token) internal view returns (bool) {
        ISplitToken.Slot memory slot = _slot(token);
        return slot.closed || _today() > slot.dueDay;
    }

    function _isFinanced(uint256 token) internal view returns (bool) {
        return _position(token).flags & PositionLib.FINANCED != 0;
    }

    /// @dev An instruction about `token` without its parties; the settlement contract fills in accounts and state.
    function _instruction(
        ISettlement.Kind kind,
        uint256 token,
        uint72 amount,
        uint32 bank,
        uint40 expiresAt
    ) internal view returns (ISettlement.Instruction memory details) {
        details.kind = kind;
        details.subject = uint64(token);
        details.amount = amount;
        details.currency = _slot(token).unit;
        details.bank = bank;
        details.expiresAt = expiresAt;
    }

    /// @dev Issues an instruction of one leg.
    function _issue(
        ISettlement.Instruction memory details,
        uint72 face,
        ISettlement.LegKind kind,
        bytes32 ref
    ) internal returns (uint256 instruction) {
        ISettlement.PaymentLeg[] memory legs = new ISettlement.PaymentLeg[](1);
        legs[0] = ISettlement.PaymentLeg(face, details.amount, kind);
        return _issue(details, legs, ref);
    }

    function _issue(
        ISettlement.Instruction memory details,
        ISettlement.PaymentLeg[] memory legs,
        bytes32 ref
    ) internal returns (uint256 instruction) {
        return SETTLEMENT.issueInstruction(details, legs, ref);
    }

    /// @dev A delivery waits for a reason that the token gives. Without one it ran out of gas, and so must the whole
    /// transaction: else who estimates its gas by trying would find the amount with which delivery fails.
    function _requireReason(bytes memory reason) internal pure {
        require(reason.length != 0, FactoringOutOfGas());
    }

    // --- views

    /// @inheritdoc IFactoring
    function financingOf(uint256 financing) external view returns (Financing memory) {
        return _known(financing);
    }

    /// @inheritdoc IFactoring
    function recourseOf(uint256 token) external view returns (Recourse memory) {
        return _recourses[token];
    }

    /// @inheritdoc IFactoring
    function quoteDigest(Quote calldata quote) external pure returns (bytes32) {
        return QuoteLib.hash(quote);
    }

    /// @inheritdoc IFactoring
    function isNonceUsed(uint32 member, uint256 nonce) external view returns (bool) {
        return _nonces[member].get(nonce);
    }

    function _known(uint256 financing) internal view returns (Financing storage f) {
        f = _financings[financing];
        require(f.state != State.None, FactoringUnknown(financing));
    }
}
