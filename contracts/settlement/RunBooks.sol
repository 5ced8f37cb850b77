// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {AccessManaged} from "@openzeppelin/contracts/access/manager/AccessManaged.sol";
import {DoubleEndedQueue} from "@openzeppelin/contracts/utils/structs/DoubleEndedQueue.sol";

import {ICreditCertificates} from "../interfaces/ICreditCertificates.sol";
import {IEarlyPayments} from "../interfaces/IEarlyPayments.sol";
import {IFactoring} from "../interfaces/IFactoring.sol";
import {IMembers} from "../interfaces/IMembers.sol";
import {IReceivables} from "../interfaces/IReceivables.sol";
import {IRules} from "../interfaces/IRules.sol";
import {ISettlement} from "../interfaces/ISettlement.sol";
import {ISettlementRuns} from "../interfaces/ISettlementRuns.sol";
import {CivilDay} from "../libraries/CivilDay.sol";
import {QueuedPayment} from "../types/QueuedPayment.sol";

/// @title RunBooks
/// @notice What settlement runs keep of each receivable, and the overdue mark that follows from it.
abstract contract RunBooks is ISettlementRuns, AccessManaged {
    using DoubleEndedQueue for DoubleEndedQueue.Bytes32Deque;

    /// @dev One receivable, in one word: what its runs were given, what of it was settled, what waits for a run.
    struct Book {
        uint72 paid;
        uint72 settled;
        uint104 queued;
        bool overdue;
    }

    IMembers internal immutable MEMBERS;
    IRules internal immutable RULES;
    IReceivables internal immutable RECEIVABLES;
    ICreditCertificates internal immutable CERTIFICATES;
    ISettlement internal immutable SETTLEMENT;
    IFactoring internal immutable FACTORING;
    IEarlyPayments internal immutable EARLY_PAYMENTS;
    /// @dev Seconds that civil time is ahead of UTC.
    uint256 internal immutable UTC_OFFSET;

    /// @inheritdoc ISettlementRuns
    uint256 public runCount;
    mapping(uint256 run => Run) internal _runs;
    mapping(uint32 receivable => uint256) internal _openRuns;
    mapping(uint32 receivable => Book) internal _books;
    mapping(uint32 receivable => DoubleEndedQueue.Bytes32Deque) internal _queues;

    constructor(
        IMembers members,
        IRules rules,
        IReceivables receivables,
        ICreditCertificates certificates,
        ISettlement settlement,
        IFactoring factoring,
        IEarlyPayments earlyPayments
    ) {
        MEMBERS = members;
        RULES = rules;
        RECEIVABLES = receivables;
        CERTIFICATES = certificates;
        SETTLEMENT = settlement;
        FACTORING = factoring;
        EARLY_PAYMENTS = earlyPayments;
        UTC_OFFSET = rules.utcOffset();
    }

    // ---------------------------------------------------------------- overdue

    /// @inheritdoc ISettlementRuns
    function markOverdue(uint32 receivable, bytes32 ref) external {
        Book storage book = _books[receivable];
        require(!book.overdue, RunsAlreadyOverdue(receivable));
        uint16 today = _today();
        uint16 defaultDay = defaultDayOf(receivable);
        uint72 unpaid = unpaidOf(receivable);
        require(today >= defaultDay && unpaid != 0, RunsNotOverdue(receivable, today, defaultDay - 1));

        book.overdue = true;
        uint32 obligor = RECEIVABLES.receivableOf(receivable).obligor;
        emit OverdueMarked(receivable, obligor, unpaid, today, ref);
        MEMBERS.raiseOverdue(obligor, ref);
    }

    /// @inheritdoc ISettlementRuns
    function clearIfPaid(uint32 receivable, bytes32 ref) external {
        require(_books[receivable].overdue, RunsNotMarked(receivable));
        uint72 unpaid = unpaidOf(receivable);
        require(unpaid == 0, RunsStillUnpaid(receivable, unpaid));
        _clearWhenPaid(receivable, ref);
    }

    // ------------------------------------------------------------------ views

    /// @inheritdoc ISettlementRuns
    function openRunOf(uint32 receivable) external view returns (uint256 run, Run memory) {
        run = _openRuns[receivable];
        return (run, _runs[run]);
    }

    /// @inheritdoc ISettlementRuns
    function runOf(uint256 run) external view returns (Run memory) {
        return _runs[run];
    }

    /// @inheritdoc ISettlementRuns
    function queuedOf(uint32 receivable) external view returns (uint256[] memory instructions) {
        DoubleEndedQueue.Bytes32Deque storage queue = _queues[receivable];
        instructions = new uint256[](queue.length());
        for (uint256 n; n < instructions.length; ++n) (instructions[n], , ) = QueuedPayment.unpack(queue.at(n));
    }

    /// @inheritdoc ISettlementRuns
    function isOverdue(uint32 receivable) external view returns (bool) {
        return _books[receivable].overdue;
    }

    /// @inheritdoc ISettlementRuns
    function reconciliationOf(
        uint32 receivable
    ) external view returns (uint256 matched, uint256 settled, uint256 reserved) {
        Book storage book = _books[receivable];
        Run storage r = _runs[_openRuns[receivable]];
        uint256 distributed = r.total == 0 ? 0 : (uint256(r.paid) * r.cumulative) / r.total;
        matched = uint256(book.paid) + book.queued;
        settled = book.settled;
        reserved = uint256(CERTIFICATES.totalsOf(receivable).waiting) + (r.paid - distributed) + book.queued;
    }

    /// @inheritdoc ISettlementRuns
    function unpaidOf(uint32 receivable) public view returns (uint72) {
        Book storage book = _books[receivable];
        // What runs reserve is paid - settled (I8).
        uint256 reserved = uint256(book.paid - book.settled) + book.queued;
        uint256 covered = reserved + EARLY_PAYMENTS.waitingFaceOf(receivable);
        uint72 live = CERTIFICATES.totalsOf(receivable).live;
        return covered < live ? live - uint72(covered) : 0;
    }

    /// @inheritdoc ISettlementRuns
    function defaultDayOf(uint32 receivable) public view returns (uint16) {
        IReceivables.Receivable memory r = RECEIVABLES.receivableOf(receivable);
        (IRules.Version memory version, ) = RULES.versionOf(r.rules);
        return r.dueDay + version.graceDays + 1;
    }

    // -------------------------------------------------------------- internals

    function _clearWhenPaid(uint32 receivable, bytes32 ref) internal {
        if (!_books[receivable].overdue || unpaidOf(receivable) != 0) return;
        _books[receivable].overdue = false;
        uint32 obligor = RECEIVABLES.receivableOf(receivable).obligor;
        emit OverdueCleared(receivable, obligor, ref);
        MEMBERS.clearOverdue(obligor, ref);
    }

    function _today() internal view returns (uint16) {
        return CivilDay.dayOf(block.timestamp, UTC_OFFSET);
    }

    function _receivableOf(uint256 id) internal pure returns (uint32) {
        return uint32(id >> 32);
    }
}
