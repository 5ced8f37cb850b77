// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IPaymentListener} from "./ISettlement.sol";

/// @title ISettlementRuns
/// @notice Settlement at the due day: each position is paid its share exactly once, in batches of any size; overdue
/// marks and
/// late interest.
/// @dev Amounts are minor units, days are civil days since 1970-01-01 at the ledger's offset from UTC. I8, per
/// receivable:
/// matched payments = settled legs + what runs still reserve (`reconciliationOf`).
interface ISettlementRuns is IPaymentListener {
    /// @notice One run. It is open while `cumulative < total`.
    /// @param total T: what it distributes over, fixed at opening.
    /// @param paid P: min(attested, T).
    /// @param cumulative C of the legs done so far.
    /// @param cursor Serial up to which positions were looked at.
    /// @param receivable Receivable that it settles.
    /// @param valueDay Civil day on which the payment counts.
    /// @param instruction Instruction that was paid.
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
    /// @param run Its number, from 1.
    /// @param receivable Receivable that it settles.
    /// @param instruction Instruction that was paid.
    /// @param total T: what it distributes over.
    /// @param paid P: what it distributes.
    /// @param valueDay Civil day on which the payment counts.
    /// @param ref Request reference.
    event RunOpened(
        uint256 indexed run,
        uint32 indexed receivable,
        uint256 indexed instruction,
        uint72 total,
        uint72 paid,
        uint16 valueDay,
        bytes32 ref
    );
    /// @notice A payment waits for the open run to close.
    /// @param receivable Receivable that it settles.
    /// @param instruction Instruction that was paid.
    /// @param amount What was paid.
    /// @param ref Request reference.
    event RunQueued(uint32 indexed receivable, uint256 indexed instruction, uint72 amount, bytes32 ref);
    /// @notice One position was paid its share.
    /// @param run Run that paid it; for a leg that waited, the last run in which it did.
    /// @param id Token id of the position.
    /// @param payee Who is paid first: the holder of record.
    /// @param face Value that ended: the leg's whole pay.
    /// @param toPayee Its part; with recourse at most the financier's claim.
    /// @param debtor Recourse debtor that gets the rest; 0 without recourse.
    /// @param toDebtor That rest.
    /// @param lateInterest Late interest owed for this leg: floor(pay * bp * days / 10,000); paid by a separate
    /// instruction.
    /// @param ref Request reference.
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
    /// @notice The position is frozen or held by a bank-accepted instruction: its pay stays reserved until
    /// `settleWaiting`.
    /// @param run Run that reserves it.
    /// @param id Token id of the position.
    /// @param pay What is reserved.
    /// @param lateInterest Late interest that it will owe.
    /// @param ref Request reference.
    event LegWaits(uint256 indexed run, uint256 indexed id, uint72 pay, uint72 lateInterest, bytes32 ref);
    /// @notice Pay that waited is not needed, since the position's value ended otherwise: it is an unmatched payment
    /// now.
    /// @param run Last run in which it waited.
    /// @param id Token id of the position.
    /// @param pay What was given back.
    /// @param ref Request reference.
    event LegFreed(uint256 indexed run, uint256 indexed id, uint72 pay, bytes32 ref);
    /// @notice Every position had its turn.
    /// @param run Number of the run.
    /// @param receivable Receivable that it settled.
    /// @param ref Request reference.
    event RunClosed(uint256 indexed run, uint32 indexed receivable, bytes32 ref);
    /// @notice The bank can't credit a leg: it stays settled and is owed by the bank.
    /// @param run Run that paid the leg.
    /// @param id Token id of the position.
    /// @param bank Bank that owes it.
    /// @param documentDigest Digest of the bank's statement.
    /// @param ref Request reference.
    event LegUndelivered(uint256 indexed run, uint256 indexed id, uint32 bank, bytes32 documentDigest, bytes32 ref);
    /// @notice A receivable was unpaid when its grace period ended; its obligor issues nothing until it is paid.
    /// @param receivable The receivable.
    /// @param obligor Member that owes it.
    /// @param unpaid What is unpaid.
    /// @param day Civil day of the mark.
    /// @param ref Request reference.
    event OverdueMarked(uint32 indexed receivable, uint32 indexed obligor, uint72 unpaid, uint16 day, bytes32 ref);
    /// @notice Nothing of an overdue receivable is unpaid any more.
    /// @param receivable The receivable.
    /// @param obligor Member that owed it.
    /// @param ref Request reference.
    event OverdueCleared(uint32 indexed receivable, uint32 indexed obligor, bytes32 ref);
    /// @notice The late interest of a position has an instruction.
    /// @param id Token id of the position.
    /// @param instruction Number of the instruction.
    /// @param amount What it asks for.
    /// @param ref Request reference.
    event LateInterestInstructed(uint256 indexed id, uint256 indexed instruction, uint72 amount, bytes32 ref);
    /// @notice Late interest was paid.
    /// @param id Token id of the position.
    /// @param instruction Instruction that was paid.
    /// @param amount What was paid.
    /// @param ref Request reference.
    event LateInterestPaid(uint256 indexed id, uint256 indexed instruction, uint72 amount, bytes32 ref);

    /// @notice A settlement can be instructed from the start of the due day on.
    /// @param receivable The receivable.
    /// @param today Civil day of the block.
    /// @param dueDay Its due day.
    error RunsTooEarly(uint32 receivable, uint16 today, uint16 dueDay);
    /// @notice Only the obligor instructs its settlement.
    /// @param receivable The receivable.
    /// @param member Member that tried.
    /// @param obligor Member that owes it.
    error RunsNotObligor(uint32 receivable, uint32 member, uint32 obligor);
    /// @notice Nothing of the receivable is live that no run reserves pay for.
    /// @param receivable The receivable.
    error RunsNothingLive(uint32 receivable);
    /// @notice No run of the receivable is open and no payment is queued.
    /// @param receivable The receivable.
    error RunsNoOpenRun(uint32 receivable);
    /// @notice A batch of no positions does nothing.
    error RunsZeroLimit();
    /// @notice The grace period has not ended, or nothing is unpaid.
    /// @param receivable The receivable.
    /// @param today Civil day of the block.
    /// @param lastDay Last day of grace.
    error RunsNotOverdue(uint32 receivable, uint16 today, uint16 lastDay);
    /// @notice The receivable is marked already.
    /// @param receivable The receivable.
    error RunsAlreadyOverdue(uint32 receivable);
    /// @notice The receivable is not marked overdue, so there is no mark to clear.
    /// @param receivable The receivable.
    error RunsNotMarked(uint32 receivable);
    /// @notice The mark stays while something is unpaid.
    /// @param receivable The receivable.
    /// @param unpaid What is unpaid.
    error RunsStillUnpaid(uint32 receivable, uint72 unpaid);
    /// @notice The position is owed no late interest that has no instruction yet.
    /// @param id Token id of the position.
    error RunsNoLateInterest(uint256 id);
    /// @notice Late interest may wait for its bank so long, and not longer.
    /// @param expiresAt Block time in seconds that was asked for.
    /// @param latest Latest block time in seconds that may be: 31 days ahead.
    error RunsExpiryAhead(uint40 expiresAt, uint256 latest);
    /// @notice Only the obligor or the payee has late interest instructed.
    /// @param id Token id of the position.
    /// @param member Member that tried.
    error RunsNotParty(uint256 id, uint32 member);
    /// @notice Only `Settlement` tells the outcome of instructions.
    /// @param caller Account that tried.
    error RunsNotIssuedHere(address caller);
    /// @notice The run has not settled that position, or it still waits.
    /// @param run Number of the run.
    /// @param id Token id of the position.
    error RunsLegUnknown(uint256 run, uint256 id);
    /// @notice The leg was attested undelivered already.
    /// @param run Number of the run.
    /// @param id Token id of the position.
    error RunsAlreadyUndelivered(uint256 run, uint256 id);
    /// @notice Only the bank that attested a run's payment may say what it can't credit.
    /// @param run Number of the run.
    /// @param member Member that tried.
    /// @param bank That bank.
    error RunsNotBank(uint256 run, uint32 member, uint32 bank);

    // --- verbs of obligors

    /// @notice The obligor instructs its bank to pay `amount` of a receivable, from the start of the due day on.
    /// @param receivable The receivable.
    /// @param amount Minor units; what is above the unpaid value becomes an unmatched payment.
    /// @param bank Settlement bank that is to pay.
    /// @param expiresAt Last second in which the bank can accept it.
    /// @param ref Request reference.
    /// @return instruction Number of the instruction.
    function instructSettlement(
        uint32 receivable,
        uint72 amount,
        uint32 bank,
        uint40 expiresAt,
        bytes32 ref
    ) external returns (uint256 instruction);

    // --- verbs of anyone

    /// @notice Distributes to at most `limit` positions of the open run; opens the next queued one after closing.
    /// @param receivable The receivable.
    /// @param limit How many positions (or queued payments that nothing is left for) it works through at most.
    /// @param ref Request reference.
    /// @return legs How many legs it settled or reserved.
    function settleBatch(uint32 receivable, uint256 limit, bytes32 ref) external returns (uint256 legs);
    /// @notice Pays what waited on a position once it is released.
    /// @param id Token id of the position.
    /// @param ref Request reference.
    function settleWaiting(uint256 id, bytes32 ref) external;
    /// @notice Marks an unpaid receivable overdue after the grace period.
    /// @param receivable The receivable.
    /// @param ref Request reference.
    function markOverdue(uint32 receivable, bytes32 ref) external;
    /// @notice Clears the mark of a receivable of which nothing is unpaid. Settlement steps and retirements do it by
    /// themselves.
    /// @param receivable The receivable.
    /// @param ref Request reference.
    function clearIfPaid(uint32 receivable, bytes32 ref) external;

    // --- verb of settlement banks

    /// @notice The bank that attested a run's payment can't credit one leg: the leg stays settled, the bank owes it.
    /// @param run Number of the run.
    /// @param id Token id of the position.
    /// @param documentDigest Digest of the bank's statement.
    /// @param ref Request reference.
    function attestUndelivered(uint256 run, uint256 id, bytes32 documentDigest, bytes32 ref) external;

    // --- verb of obligors and payees

    /// @notice The obligor or the payee has an instruction issued for the late interest that a position is owed.
    /// @param id Token id of the position.
    /// @param bank Settlement bank that is to pay.
    /// @param expiresAt Last second in which the bank can accept it; at most 31 days ahead.
    /// @param ref Request reference.
    /// @return instruction Number of the instruction.
    function instructLateInterest(
        uint256 id,
        uint32 bank,
        uint40 expiresAt,
        bytes32 ref
    ) external returns (uint256 instruction);

    // --- verb of ledger contracts (AccessManager grants)

    /// @notice Gives back pay that waited on a position whose value ended otherwise. Only early payments.
    /// @param id Token id of the position.
    /// @param amount What is not needed any more.
    /// @param ref Request reference.
    function freeReserved(uint256 id, uint72 amount, bytes32 ref) external;

    // --- views

    /// @notice The open run of a receivable; number 0 when none is.
    /// @param receivable The receivable.
    function openRunOf(uint32 receivable) external view returns (uint256 run, Run memory);
    /// @notice One run; all fields 0 for an unknown number.
    /// @param run Number of the run.
    function runOf(uint256 run) external view returns (Run memory);
    /// @notice How many runs there are; they are numbered from 1.
    function runCount() external view returns (uint256);
    /// @notice Instructions whose payments wait for the open run, in order. For calls off the chain: it has no bound.
    /// @param receivable The receivable.
    function queuedOf(uint32 receivable) external view returns (uint256[] memory instructions);
    /// @notice What is neither settled nor retired nor covered by a payment that a bank attested.
    /// @param receivable The receivable.
    function unpaidOf(uint32 receivable) external view returns (uint72);
    /// @notice I8 of one receivable: matched = settled + reserved.
    /// @param receivable The receivable.
    /// @return matched Attested payments of settlements, less what became unmatched.
    /// @return settled Pay of the legs that were settled.
    /// @return reserved Pay that waits, what the open run has not distributed yet, and payments that are queued.
    function reconciliationOf(
        uint32 receivable
    ) external view returns (uint256 matched, uint256 settled, uint256 reserved);
    /// @notice Whether a receivable is marked overdue.
    /// @param receivable The receivable.
    function isOverdue(uint32 receivable) external view returns (bool);
    /// @notice Late interest that a position is owed and that was not paid yet.
    /// @param id Token id of the position.
    /// @return payee Member that it is owed to.
    /// @return owed Minor units.
    /// @return instructed What of it has an open instruction.
    function lateInterestOf(uint256 id) external view returns (uint32 payee, uint72 owed, uint72 instructed);
    /// @notice First civil day on which a receivable is in default: due day + grace days + 1.
    /// @param receivable The receivable.
    function defaultDayOf(uint32 receivable) external view returns (uint16);
}
