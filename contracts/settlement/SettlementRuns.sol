// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {AccessManaged} from "@openzeppelin/contracts/access/manager/AccessManaged.sol";
import {BitMaps} from "@openzeppelin/contracts/utils/structs/BitMaps.sol";
import {DoubleEndedQueue} from "@openzeppelin/contracts/utils/structs/DoubleEndedQueue.sol";

import {ICreditCertificates} from "../interfaces/ICreditCertificates.sol";
import {IEarlyPayments} from "../interfaces/IEarlyPayments.sol";
import {IFactoring} from "../interfaces/IFactoring.sol";
import {ILiens} from "../interfaces/ILiens.sol";
import {IMembers} from "../interfaces/IMembers.sol";
import {IReceivables} from "../interfaces/IReceivables.sol";
import {IRules} from "../interfaces/IRules.sol";
import {IPaymentListener, ISettlement} from "../interfaces/ISettlement.sol";
import {ISettlementRuns} from "../interfaces/ISettlementRuns.sol";
import {LateInterest} from "../libraries/LateInterest.sol";
import {PositionLib} from "../types/Position.sol";
import {QueuedPayment} from "../types/QueuedPayment.sol";
import {Roles} from "../types/Roles.sol";
import {Dues} from "./Dues.sol";
import {RunBooks} from "./RunBooks.sol";

/// @title SettlementRuns
/// @notice Settlement at the due day: runs over positions, and legs that wait.
/// @dev The contracts that it calls are the ledger's own and call no account of a member.
contract SettlementRuns is Dues {
    using BitMaps for BitMaps.BitMap;
    using DoubleEndedQueue for DoubleEndedQueue.Bytes32Deque;
    using LateInterest for uint72;

    /// @dev Pay that waits on one position, in one word, with the interest that it will owe. Delivery to a financier
    /// may take a share of the pay along to a child; `_takeReserve` then finds it here, at the parent.
    struct Reserve {
        uint72 pay;
        uint72 lateInterest;
        uint64 run;
    }

    ILiens private immutable LIENS;

    mapping(uint256 id => Reserve) private _reserves;
    /// @dev Serials of legs that a bank can't credit.
    mapping(uint256 run => BitMaps.BitMap) private _undelivered;

    constructor(
        address authority,
        IMembers members,
        IRules rules,
        IReceivables receivables,
        ICreditCertificates certificates,
        ISettlement settlement,
        IFactoring factoring,
        IEarlyPayments earlyPayments,
        ILiens liens
    )
        RunBooks(members, rules, receivables, certificates, settlement, factoring, earlyPayments)
        AccessManaged(authority)
    {
        LIENS = liens;
    }

    modifier onlySettlement() {
        require(msg.sender == address(SETTLEMENT), RunsNotIssuedHere(msg.sender));
        _;
    }

    // ------------------------------------------------------------------- runs

    /// @inheritdoc ISettlementRuns
    function settleBatch(uint32 receivable, uint256 limit, bytes32 ref) external returns (uint256 legs) {
        require(limit != 0, RunsZeroLimit());
        uint256 run = _openRuns[receivable];
        if (run != 0) legs = _settleLegs(run, receivable, limit, ref);
        else require(!_queues[receivable].empty(), RunsNoOpenRun(receivable));
        _openQueued(receivable, limit, ref);
        _clearWhenPaid(receivable, ref);
    }

    /// @inheritdoc ISettlementRuns
    function settleWaiting(uint256 id, bytes32 ref) external {
        uint32 receivable = _receivableOf(id);
        ICreditCertificates.Leg memory leg = CERTIFICATES.settleWaiting(id, ref);
        (uint256 run, uint72 lateInterest) = _takeReserve(id, leg.pay);
        _books[receivable].settled += leg.pay;
        _payLeg(run, leg, lateInterest, ref);
        RECEIVABLES.discharge(receivable, leg.pay, ref);
        _clearWhenPaid(receivable, ref);
    }

    /// @inheritdoc ISettlementRuns
    function attestUndelivered(uint256 run, uint256 id, bytes32 documentDigest, bytes32 ref) external {
        uint32 member = MEMBERS.requireRole(msg.sender, Roles.SETTLEMENT_BANK, 0);
        Run storage r = _runs[run];
        require(r.receivable != 0 && _receivableOf(id) == r.receivable, RunsLegUnknown(run, id));
        // A child that took waiting pay along has a serial above the cursor, and only a closed run has such.
        bool reached = uint32(id) <= r.cursor || r.cumulative == r.total;
        require(reached && CERTIFICATES.waitingOf(id) == 0, RunsLegUnknown(run, id));
        uint32 bank = SETTLEMENT.instructionOf(r.instruction).bank;
        require(member == bank, RunsNotBank(run, member, bank));
        // Reverts for a serial that was never given out.
        CERTIFICATES.positionOf(id);
        require(!_undelivered[run].get(uint32(id)), RunsAlreadyUndelivered(run, id));

        _undelivered[run].set(uint32(id));
        emit LegUndelivered(run, id, bank, documentDigest, ref);
    }

    // ------------------------------------------------------- ledger contracts

    /// @inheritdoc ISettlementRuns
    function freeReserved(uint256 id, uint72 amount, bytes32 ref) external restricted {
        (uint256 run, ) = _takeReserve(id, amount);
        _books[_receivableOf(id)].paid -= amount;
        emit LegFreed(run, id, amount, ref);
        SETTLEMENT.recordExcess(_runs[run].instruction, amount, ref);
    }

    // ------------------------------------------------ outcomes of instructions

    /// @inheritdoc IPaymentListener
    function onAccepted(uint256, bytes32) external onlySettlement {
        // Nothing hangs on it before it is paid.
    }

    /// @inheritdoc IPaymentListener
    function onPaid(uint256 instruction, uint72 amount, uint16 valueDay, bytes32 ref) external onlySettlement {
        ISettlement.Instruction memory i = SETTLEMENT.instructionOf(instruction);
        if (i.kind == ISettlement.Kind.LateInterest) {
            _lateInterestPaid(i.subject, instruction, amount, ref);
            return;
        }
        // Subject of a settlement is the receivable.
        uint32 receivable = uint32(i.subject);
        if (_openRuns[receivable] == 0 && _queues[receivable].empty()) {
            _open(receivable, instruction, amount, valueDay, ref);
        } else {
            _queues[receivable].pushBack(QueuedPayment.pack(instruction, amount, valueDay));
            _books[receivable].queued += amount;
            emit RunQueued(receivable, instruction, amount, ref);
        }
        _clearWhenPaid(receivable, ref);
    }

    /// @inheritdoc IPaymentListener
    function onFailed(uint256 instruction, bytes32) external onlySettlement {
        ISettlement.Instruction memory i = SETTLEMENT.instructionOf(instruction);
        if (i.kind == ISettlement.Kind.LateInterest) _lateInterestFailed(i.subject, i.amount);
    }

    /// @inheritdoc IPaymentListener
    function isAcceptable(uint256) external pure returns (bool) {
        // What is due stays payable; what is not needed becomes an unmatched payment.
        return true;
    }

    // -------------------------------------------------------------- internals

    /// @dev Fixes T and P and opens a run; what of the payment nothing is left for becomes unmatched.
    function _open(uint32 receivable, uint256 instruction, uint72 amount, uint16 valueDay, bytes32 ref) private {
        uint72 total = CERTIFICATES.closeCirculation(receivable, ref);
        uint72 paid = amount < total ? amount : total;
        if (paid != 0) {
            uint256 run = ++runCount;
            _runs[run] = Run(total, paid, 0, 0, receivable, valueDay, instruction);
            _openRuns[receivable] = run;
            _books[receivable].paid += paid;
            emit RunOpened(run, receivable, instruction, total, paid, valueDay, ref);
        }
        if (amount != paid) SETTLEMENT.recordExcess(instruction, amount - paid, ref);
    }

    /// @dev Opens the next queued payment unless a run is open. Those that nothing is left for become unmatched, at
    /// most `limit` in one call.
    function _openQueued(uint32 receivable, uint256 limit, bytes32 ref) private {
        DoubleEndedQueue.Bytes32Deque storage queue = _queues[receivable];
        for (uint256 n; n < limit && _openRuns[receivable] == 0 && !queue.empty(); ++n) {
            (uint256 instruction, uint72 amount, uint16 valueDay) = QueuedPayment.unpack(queue.popFront());
            _books[receivable].queued -= amount;
            _open(receivable, instruction, amount, valueDay, ref);
        }
    }

    /// @dev One batch of an open run, which closes when C = T.
    function _settleLegs(uint256 run, uint32 receivable, uint256 limit, bytes32 ref) private returns (uint256) {
        Run memory r = _runs[run];
        (ICreditCertificates.Leg[] memory legs, uint72 cumulative, uint32 lastSerial) = CERTIFICATES.settleBatch(
            receivable,
            r.cursor,
            limit,
            r.paid,
            r.total,
            r.cumulative,
            ref
        );
        _runs[run].cumulative = cumulative;
        _runs[run].cursor = lastSerial;
        uint72 settled = _applyLegs(run, r, legs, ref);
        _books[receivable].settled += settled;
        if (settled != 0) RECEIVABLES.discharge(receivable, settled, ref);
        if (cumulative == r.total) {
            delete _openRuns[receivable];
            emit RunClosed(run, receivable, ref);
        }
        return legs.length;
    }

    /// @dev Announces the legs of a batch and answers how much of it was settled. Its length is bounded by the batch.
    function _applyLegs(
        uint256 run,
        Run memory r,
        ICreditCertificates.Leg[] memory legs,
        bytes32 ref
    ) private returns (uint72 settled) {
        IReceivables.Receivable memory receivable = RECEIVABLES.receivableOf(r.receivable);
        (IRules.Version memory version, ) = RULES.versionOf(receivable.rules);
        for (uint256 n; n < legs.length; ++n) {
            ICreditCertificates.Leg memory leg = legs[n];
            uint72 lateInterest = leg.pay.accrued(version.lateBasisPointsPerDay, receivable.dueDay, r.valueDay);
            if (leg.waits) {
                Reserve storage reserve = _reserves[leg.id];
                reserve.pay += leg.pay;
                reserve.lateInterest = reserve.lateInterest.plus(lateInterest);
                // Runs are counted one by one, so 64 bits hold their numbers.
                reserve.run = uint64(run);
                emit LegWaits(run, leg.id, leg.pay, lateInterest, ref);
            } else {
                settled += leg.pay;
                _payLeg(run, leg, lateInterest, ref);
            }
        }
    }

    /// @dev Announces one settled leg: who is paid what, and the late interest that it owes. Liens come first, which
    /// announce what they get; late interest is the holder's.
    function _payLeg(uint256 run, ICreditCertificates.Leg memory leg, uint72 lateInterest, bytes32 ref) private {
        _oweLateInterest(leg.id, leg.holder, lateInterest);
        (uint72 toPayee, uint32 debtor, uint72 toDebtor) = (leg.pay, 0, 0);
        if (leg.flags & PositionLib.RECOURSE != 0) {
            (toPayee, debtor, toDebtor) = FACTORING.applyRecourse(leg.id, leg.pay, ref);
        } else if (leg.flags & PositionLib.PLEDGED != 0) {
            toPayee = leg.pay - LIENS.payLiens(run, leg.id, leg.pay, ref);
        }
        emit LegSettled(run, leg.id, leg.holder, leg.pay, toPayee, debtor, toDebtor, lateInterest, ref);
    }

    /// @dev Takes `pay` out of what waits on a position and answers the last run in which it waited and its interest.
    /// What delivery brought along is with the position's ancestors, whose serials fall, so the walk ends.
    function _takeReserve(uint256 id, uint72 pay) private returns (uint256 run, uint72 lateInterest) {
        uint256 from = id;
        while (pay != 0 && from != 0) {
            Reserve storage reserve = _reserves[from];
            uint72 part = pay < reserve.pay ? pay : reserve.pay;
            if (part != 0) {
                if (reserve.run > run) run = reserve.run;
                uint72 interest = reserve.lateInterest.share(part, reserve.pay);
                lateInterest = lateInterest.plus(interest);
                reserve.lateInterest -= interest;
                reserve.pay -= part;
                pay -= part;
            }
            if (pay != 0) (, from) = CERTIFICATES.positionOf(from);
        }
    }
}
