// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {ISplitToken} from "./ISplitToken.sol";

/// @title ICertificateSettlement
/// @notice How certificates begin and end: issued, settled by a run or an early payment, retired to a bill; and their
/// legal freeze.
interface ICertificateSettlement {
    /// @notice Totals of one receivable (I1: live + settled + retired = confirmed amount).
    /// @param waiting Pay that closed runs still reserve for positions that wait; part of `live`.
    struct Totals {
        uint72 live;
        uint72 settled;
        uint72 retired;
        uint72 waiting;
    }

    /// @notice One leg of a settlement run, as the token saw it.
    /// @param value Value of the position that counted.
    /// @param waits Whether the pay stays reserved.
    struct Leg {
        uint256 id;
        uint32 holder;
        uint8 flags;
        uint72 value;
        uint72 pay;
        bool waits;
    }

    /// @notice Value ended because it was paid.
    /// @param id Token id.
    /// @param value Units of value: minor units of money.
    /// @param rest Value left in the position.
    /// @param ref Request reference; zero for direct callers.
    event Settled(uint256 indexed id, uint256 value, uint256 rest, bytes32 ref);
    /// @notice Value ended because it lives on outside the ledger (a bill).
    /// @param id Token id.
    /// @param value Units of value: minor units of money.
    /// @param rest Value left in the position.
    /// @param ref Request reference; zero for direct callers.
    event Retired(uint256 indexed id, uint256 value, uint256 rest, bytes32 ref);
    /// @notice A leg's pay is reserved until a release or an outcome.
    /// @param id Token id.
    /// @param pay Pay that stays reserved.
    /// @param ref Request reference; zero for direct callers.
    event SettlementWaits(uint256 indexed id, uint256 pay, bytes32 ref);
    /// @notice Value of a waiting position was delivered, and its share of the waiting pay went along.
    /// @param id Token that waits now.
    /// @param fromId Token that waited.
    /// @param pay Pay that moved along.
    /// @param ref Request reference; zero for direct callers.
    event WaitingMoved(uint256 indexed id, uint256 indexed fromId, uint256 pay, bytes32 ref);
    /// @notice Pay that waited on a position was settled, or is owed back to the obligor who paid it twice.
    /// @param id Token id.
    /// @param pay Pay that no longer waits.
    /// @param ref Request reference; zero for direct callers.
    event WaitingEnded(uint256 indexed id, uint256 pay, bytes32 ref);
    /// @notice The first settlement run of a receivable opened; its certificates no longer circulate.
    /// @param slot Receivable.
    /// @param ref Request reference; zero for direct callers.
    event CirculationClosed(uint256 indexed slot, bytes32 ref);
    /// @notice A legal account proposed a freeze or a release.
    /// @param id Token id.
    /// @param freeze True to freeze, false to release.
    /// @param documentDigest Digest of the legal document.
    /// @param by Member of the legal account.
    /// @param account Account.
    /// @param ref Request reference; zero for direct callers.
    event FreezeProposed(
        uint256 indexed id,
        bool freeze,
        bytes32 documentDigest,
        uint32 by,
        address account,
        bytes32 ref
    );
    /// @notice Another legal account confirmed it; it is in force.
    /// @param id Token id.
    /// @param freeze True to freeze, false to release.
    /// @param documentDigest Digest of the legal document.
    /// @param by Member of the legal account.
    /// @param account Account.
    /// @param ref Request reference; zero for direct callers.
    event FreezeConfirmed(
        uint256 indexed id,
        bool freeze,
        bytes32 documentDigest,
        uint32 by,
        address account,
        bytes32 ref
    );

    /// @notice The receivable has certificates already.
    /// @param slot Receivable.
    error CertificatesIssued(uint256 slot);
    /// @notice No run is open over this receivable.
    /// @param slot Receivable.
    error CertificatesNoRun(uint256 slot);
    /// @notice Nothing waits on this position.
    /// @param id Token id.
    error CertificatesNotWaiting(uint256 id);
    /// @notice The position is frozen, firmly held or has pay waiting.
    /// @param id Token id.
    /// @param flags Bits of `PositionLib`.
    /// @param firm Holds that hang on accepted payments.
    error CertificatesStillWaiting(uint256 id, uint8 flags, uint8 firm);
    /// @notice No such proposal stands.
    /// @param id Token id.
    error CertificatesNoProposal(uint256 id);
    /// @notice The account that proposed can't confirm.
    /// @param id Token id.
    /// @param account Account.
    error CertificatesSameAccount(uint256 id, address account);
    /// @notice It is already so.
    /// @param id Token id.
    /// @param frozen Whether it is frozen now.
    error CertificatesFreezeState(uint256 id, bool frozen);

    // --- verbs of legal accounts: one proposes, another one confirms

    /// @notice Proposes a freeze or a release of a position.
    function proposeFreeze(uint256 id, bool freeze, bytes32 documentDigest, bytes32 ref) external;
    /// @notice Confirms what another legal account proposed.
    function confirmFreeze(uint256 id, bool freeze, bytes32 documentDigest, bytes32 ref) external;

    // --- verbs of ledger contracts (AccessManager grants)

    /// @notice Mints the root certificate of an accepted receivable. Only `Receivables`.
    function issue(
        uint32 receivable,
        uint32 holder,
        uint72 amount,
        ISplitToken.Slot calldata terms,
        bytes32 ref
    ) external returns (uint256 id);
    /// @notice Ends circulation of a receivable and answers what a run distributes over: live less waiting. Only
    /// settlement runs.
    function closeCirculation(uint32 receivable, bytes32 ref) external returns (uint72 payable_);
    /// @notice Applies a run to the positions of `serials` after `cursor`, at most `limit` of them, in ascending order:
    /// pay_i = floor(P*C_i/T) - floor(P*C_(i-1)/T). Only settlement runs.
    /// @return legs One per position with payable value.
    /// @return cumulative_ C after the last of them.
    /// @return lastSerial Serial up to which positions were looked at.
    function settleBatch(
        uint32 receivable,
        uint32 cursor,
        uint256 limit,
        uint72 paid,
        uint72 total,
        uint72 cumulative,
        bytes32 ref
    ) external returns (Leg[] memory legs, uint72 cumulative_, uint32 lastSerial);
    /// @notice Settles what waited on a position that is neither frozen nor firmly held any more. Only settlement runs.
    function settleWaiting(uint256 id, bytes32 ref) external returns (Leg memory leg);
    /// @notice Ends held value as settled (early payment). Only the committer of the hold; reverts while the position
    /// is frozen or a run is open.
    /// @return id Position.
    /// @return value Value that ended.
    /// @return freed Pay that a run reserved for the ended value: the obligor paid it twice, so it is owed back to it.
    function settleHold(uint256 holdId, bytes32 ref) external returns (uint256 id, uint72 value, uint72 freed);
    /// @notice Ends a part of what a kept hold has as settled (early payment of encumbered value); the hold is loose
    /// afterwards. Only the committer of the hold, which holds value for liens; reverts while the position is frozen or
    /// a run is open.
    /// Errors: SplitTokenUnknownHold, SplitTokenNotCommitter, SplitTokenHoldNotKept, SplitTokenExceedsHold,
    /// SplitTokenFrozen, SplitTokenRunOpen.
    /// @param holdId Hold.
    /// @param value What was paid.
    /// @param ref Request reference.
    /// @return freed Pay that a run reserved for the ended value: the obligor paid it twice, so it is owed back to it.
    function settlePart(uint256 holdId, uint72 value, bytes32 ref) external returns (uint72 freed);
    /// @notice Takes off a kept hold what a settlement leg, in the same transaction, paid on it and took off the
    /// position. Only the committer of the hold, which holds value for liens.
    /// Errors: SplitTokenUnknownHold, SplitTokenNotCommitter, SplitTokenHoldNotKept, SplitTokenExceedsHold.
    /// @param holdId Hold.
    /// @param value What was paid on it.
    /// @param ref Request reference.
    function payHold(uint256 holdId, uint72 value, bytes32 ref) external;
    /// @notice Ends free value as retired. Only the early-payments contract, which checked both signatures.
    function retire(uint256 id, uint32 holder, uint72 value, bytes32 ref) external;
    /// @notice Passes a whole position back after a buy-back or on resale, keeping its tier. Only financing contracts.
    function deliverWhole(
        uint256 id,
        uint32 to,
        uint8 flags,
        ISplitToken.Cause cause,
        bytes32 ref
    ) external returns (uint256 childId);

    // --- views

    /// @notice Live, settled, retired and waiting value.
    function totalsOf(uint32 receivable) external view returns (Totals memory);
    /// @notice Pay that waits on a position.
    function waitingOf(uint256 id) external view returns (uint72);
}
