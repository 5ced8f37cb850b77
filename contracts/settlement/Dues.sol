// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IReceivables} from "../interfaces/IReceivables.sol";
import {ICreditCertificates} from "../interfaces/ICreditCertificates.sol";
import {ISettlement} from "../interfaces/ISettlement.sol";
import {ISettlementRuns} from "../interfaces/ISettlementRuns.sol";
import {LateInterest} from "../libraries/LateInterest.sol";
import {RunBooks} from "./RunBooks.sol";

/// @title Dues
/// @notice What an obligor has paid from the due day on: the receivable itself, and interest on what it paid late.
abstract contract Dues is RunBooks {
    using LateInterest for uint72;

    /// @dev Late interest of one position, in one word.
    struct Late {
        uint32 payee;
        uint72 owed;
        uint72 instructed;
    }

    /// @dev An instruction that no bank takes on keeps the other party from naming another bank for so long.
    uint256 private constant LONGEST_WAIT = 31 days;

    mapping(uint256 id => Late) private _lates;

    // --------------------------------------------------------------- instruct

    /// @inheritdoc ISettlementRuns
    function instructSettlement(
        uint32 receivable,
        uint72 amount,
        uint32 bank,
        uint40 expiresAt,
        bytes32 ref
    ) external returns (uint256 instruction) {
        (uint32 member, ) = MEMBERS.requireMember(msg.sender);
        IReceivables.Receivable memory r = RECEIVABLES.receivableOf(receivable);
        require(member == r.obligor, RunsNotObligor(receivable, member, r.obligor));
        uint16 today = _today();
        require(today >= r.dueDay, RunsTooEarly(receivable, today, r.dueDay));
        ICreditCertificates.Totals memory totals = CERTIFICATES.totalsOf(receivable);
        require(totals.live > totals.waiting, RunsNothingLive(receivable));

        ISettlement.Instruction memory i = _dueOf(r, amount, bank, expiresAt);
        i.kind = ISettlement.Kind.Settlement;
        i.subject = receivable;
        return _issue(i, amount, ISettlement.LegKind.Principal, ref);
    }

    /// @inheritdoc ISettlementRuns
    function instructLateInterest(
        uint256 id,
        uint32 bank,
        uint40 expiresAt,
        bytes32 ref
    ) external returns (uint256 instruction) {
        (uint32 member, ) = MEMBERS.requireMember(msg.sender);
        Late storage late = _lates[id];
        uint72 amount = late.owed - late.instructed;
        require(amount != 0, RunsNoLateInterest(id));
        IReceivables.Receivable memory r = RECEIVABLES.receivableOf(_receivableOf(id));
        require(member == late.payee || member == r.obligor, RunsNotParty(id, member));
        uint256 latest = block.timestamp + LONGEST_WAIT;
        require(expiresAt <= latest, RunsExpiryAhead(expiresAt, latest));

        late.instructed += amount;
        ISettlement.Instruction memory i = _dueOf(r, amount, bank, expiresAt);
        i.kind = ISettlement.Kind.LateInterest;
        i.payee = late.payee;
        // A token id has 64 bits.
        i.subject = uint64(id);
        instruction = _issue(i, 0, ISettlement.LegKind.Interest, ref);
        emit LateInterestInstructed(id, instruction, amount, ref);
    }

    // ------------------------------------------------------------------ views

    /// @inheritdoc ISettlementRuns
    function lateInterestOf(uint256 id) external view returns (uint32 payee, uint72 owed, uint72 instructed) {
        Late storage late = _lates[id];
        return (late.payee, late.owed, late.instructed);
    }

    // -------------------------------------------------------------- internals

    function _oweLateInterest(uint256 id, uint32 payee, uint72 interest) internal {
        if (interest == 0) return;
        Late storage late = _lates[id];
        late.payee = payee;
        late.owed = late.owed.plus(interest);
    }

    function _lateInterestPaid(uint256 id, uint256 instruction, uint72 amount, bytes32 ref) internal {
        Late storage late = _lates[id];
        late.owed -= amount;
        late.instructed -= amount;
        emit LateInterestPaid(id, instruction, amount, ref);
    }

    function _lateInterestFailed(uint256 id, uint72 amount) internal {
        _lates[id].instructed -= amount;
    }

    function _dueOf(
        IReceivables.Receivable memory r,
        uint72 amount,
        uint32 bank,
        uint40 expiresAt
    ) private pure returns (ISettlement.Instruction memory i) {
        i.payer = r.obligor;
        i.bank = bank;
        i.amount = amount;
        i.currency = r.currency;
        i.expiresAt = expiresAt;
    }

    /// @dev Issues an instruction of one leg.
    function _issue(
        ISettlement.Instruction memory i,
        uint72 face,
        ISettlement.LegKind kind,
        bytes32 ref
    ) private returns (uint256) {
        ISettlement.PaymentLeg[] memory legs = new ISettlement.PaymentLeg[](1);
        legs[0] = ISettlement.PaymentLeg(face, i.amount, kind);
        return SETTLEMENT.issueInstruction(i, legs, ref);
    }
}
