// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IPaymentListener} from "./ISettlement.sol";

/// @title ISettlementRuns
/// @notice Settlement at the due day: each position is paid its share exactly once, in batches of any size; overdue marks and
/// late interest.
interface ISettlementRuns is IPaymentListener {
    /// @notice One run. It is open while `cumulative < total`.
    /// @param total T: what it distributes over, fixed at opening.
    /// @param paid P: min(attested, T).
    /// @param cumulative C of the legs done so far.
    /// @param cursor Serial up to which positions were looked at.
    struct Run {
        uint72 total;
        uint72 paid;
        uint72 cumulative;
        uint32 cursor;
        uint32 receivable;
        uint16 valueDay;
        uint256 instruction;
    }

    /// @notice A run opened: circulation of the receivable is over.
    event RunOpened(uint256 indexed run, uint32 indexed receivable, uint256 indexed instruction, uint72 total, uint72 paid, uint16 valueDay, bytes32 ref);
    /// @notice A payment waits for the open run to close.
    event RunQueued(uint32 indexed receivable, uint256 indexed instruction, uint72 amount, bytes32 ref);
    /// @notice One position was paid its share.
    /// @param payee Who is paid first: the holder of record.
    /// @param toPayee Its part; with recourse at most the financier's claim.
    /// @param debtor Recourse debtor that gets the rest; 0 without recourse.
    /// @param toDebtor That rest.
    /// @param lateInterest Late interest owed for this leg: floor(pay * bp * days / 10,000); paid by a separate instruction.
    event LegSettled(
        uint256 indexed run,
        uint256 indexed id,
        uint32 indexed payee,
        uint72 face,
        uint72 toPayee,
        uint32 debtor,
        uint72 toDebtor,
        uint72 lateInterest,
        bytes32 ref
    );
    event LegWaits(uint256 indexed run, uint256 indexed id, uint72 pay, bytes32 ref);
    event RunClosed(uint256 indexed run, uint32 indexed receivable, bytes32 ref);
    /// @notice The bank can't credit a leg: it stays settled and is owed by the bank.
    event LegUndelivered(uint256 indexed run, uint256 indexed id, uint32 bank, bytes32 documentDigest, bytes32 ref);
    event OverdueMarked(uint32 indexed receivable, uint32 indexed obligor, uint72 unpaid, uint16 day, bytes32 ref);
    event OverdueCleared(uint32 indexed receivable, uint32 indexed obligor, bytes32 ref);
    event LateInterestInstructed(uint256 indexed id, uint256 indexed instruction, uint72 amount, bytes32 ref);

    error RunsTooEarly(uint32 receivable, uint16 today, uint16 dueDay);
    error RunsNotObligor(uint32 receivable, uint32 member, uint32 obligor);
    error RunsNothingLive(uint32 receivable);
    error RunsNoOpenRun(uint32 receivable);
    error RunsZeroLimit();
    error RunsNotOverdue(uint32 receivable, uint16 today, uint16 lastDay);
    error RunsAlreadyOverdue(uint32 receivable);
    error RunsStillUnpaid(uint32 receivable, uint72 unpaid);
    error RunsNoLateInterest(uint256 id);
    error RunsNotIssuedHere(address caller);
    error RunsLegUnknown(uint256 run, uint256 id);
    error RunsNotBank(uint256 run, uint32 member, uint32 bank);

    /// @notice The obligor instructs its bank to pay `amount` of a receivable, from the start of the due day on.
    function instructSettlement(uint32 receivable, uint72 amount, uint32 bank, uint40 expiresAt, bytes32 ref) external returns (uint256 instruction);
    /// @notice Distributes to at most `limit` positions of the open run; by anyone. Opens the next queued one after closing.
    function settleBatch(uint32 receivable, uint256 limit, bytes32 ref) external returns (uint256 legs);
    /// @notice Pays what waited on a position once it is released; by anyone.
    function settleWaiting(uint256 id, bytes32 ref) external;
    function attestUndelivered(uint256 run, uint256 id, bytes32 documentDigest, bytes32 ref) external;
    /// @notice Marks an unpaid receivable overdue after the grace period; by anyone.
    function markOverdue(uint32 receivable, bytes32 ref) external;
    /// @notice The obligor or the payee has an instruction issued for the late interest that a leg owes.
    function instructLateInterest(uint256 id, uint32 bank, uint40 expiresAt, bytes32 ref) external returns (uint256 instruction);

    function openRunOf(uint32 receivable) external view returns (uint256 run, Run memory);
    function runOf(uint256 run) external view returns (Run memory);
    function queuedOf(uint32 receivable) external view returns (uint256[] memory instructions);
    function isOverdue(uint32 receivable) external view returns (bool);
    function lateInterestOf(uint256 id) external view returns (uint32 payee, uint72 owed);
    /// @notice First civil day on which a receivable is in default: due day + grace days + 1.
    function defaultDayOf(uint32 receivable) external view returns (uint16);
}
