// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {ICertificateSettlement} from "../interfaces/ICertificateSettlement.sol";
import {IMembers} from "../interfaces/IMembers.sol";
import {ISplitToken} from "../interfaces/ISplitToken.sol";
import {ISplitTokenErrors} from "../interfaces/ISplitTokenErrors.sol";
import {ISplitTokenEvents} from "../interfaces/ISplitTokenEvents.sol";
import {Holds} from "../token/Holds.sol";
import {Positions} from "../token/Positions.sol";
import {Position, PositionLib} from "../types/Position.sol";
import {Roles} from "../types/Roles.sol";
import {CertificateStorage} from "./CertificateStorage.sol";

/// @title CertificateSettlement
/// @notice How certificates begin and end, their holds and their legal freeze: the second bytecode of
/// `CreditCertificates`.
contract CertificateSettlement is ICertificateSettlement, CertificateStorage, Holds {
    /// @dev One call's share of a run, advanced leg by leg.
    struct Batch {
        uint32 receivable;
        uint32 cursor;
        uint72 paid;
        uint72 total;
        uint72 cumulative;
    }

    constructor(address authority, IMembers members_, uint256 utcOffset_) Positions(authority, members_, utcOffset_) {}

    // ------------------------------------------------------------------ issue

    /// @inheritdoc ICertificateSettlement
    function issue(
        uint32 receivable,
        uint32 holder,
        uint72 amount,
        ISplitToken.Slot calldata terms,
        bytes32 ref
    ) external restricted returns (uint256 id) {
        require(_slots[receivable].serials == 0, CertificatesIssued(receivable));
        require(amount != 0, ISplitTokenErrors.SplitTokenZeroValue(uint256(receivable) << 32));
        _slots[receivable] = terms;
        _slots[receivable].serials = 1;
        _totals[receivable].live = amount;
        id = _mint(receivable, 1, PositionLib.create(holder, amount, 0, 1, 0), _primaryOf(holder));
        emit TransferValue(0, id, amount);
        emit ISplitTokenEvents.RootMinted(id, holder, terms.noticeTo, amount, ref);
    }

    // ------------------------------------------------------------- settlement

    /// @inheritdoc ICertificateSettlement
    function closeCirculation(uint32 receivable, bytes32 ref) external restricted returns (uint72 payable_) {
        ISplitToken.Slot storage slot = _slots[receivable];
        _requireNoRun(receivable);
        if (!slot.closed) emit CirculationClosed(receivable, ref);
        Totals storage totals = _totals[receivable];
        payable_ = totals.live - totals.waiting;
        slot.closed = true;
        slot.running = payable_ != 0;
    }

    /// @inheritdoc ICertificateSettlement
    function settleBatch(
        uint32 receivable,
        uint32 cursor,
        uint256 limit,
        uint72 paid,
        uint72 total,
        uint72 cumulative,
        bytes32 ref
    ) external restricted returns (Leg[] memory legs, uint72 cumulative_, uint32 lastSerial) {
        require(_slots[receivable].running, CertificatesNoRun(receivable));
        Batch memory batch = Batch(receivable, cursor, paid, total, cumulative);
        legs = _settleLegs(batch, limit, ref);
        if (batch.cumulative == total) _slots[receivable].running = false;
        return (legs, batch.cumulative, batch.cursor);
    }

    /// @inheritdoc ICertificateSettlement
    function settleWaiting(uint256 id, bytes32 ref) external restricted returns (Leg memory leg) {
        Position p = _existing(id);
        require(p.has(PositionLib.WAITING), CertificatesNotWaiting(id));
        require(!_waits(p), CertificatesStillWaiting(id, p.flags(), p.firm()));
        uint72 pay = _waiting[id];
        leg = Leg(id, p.owner(), p.flags(), p.value(), pay, false);
        delete _waiting[id];
        _endWaiting(id, pay, ref);
        p = p.withFlags(p.flags() & ~PositionLib.WAITING);
        _settle(id, _endReservations(id, p, pay, ref), pay, ref);
    }

    /// @inheritdoc ICertificateSettlement
    function settleHold(
        uint256 holdId,
        bytes32 ref
    ) external restricted returns (uint256 id, uint72 value, uint72 freed) {
        _requireCommittable(holdId);
        Position p;
        (id, p, value) = _takeHold(holdId, ref);
        freed = _settleHeld(id, p, value, ref);
        emit ISplitTokenEvents.HoldCommitted(holdId, ref);
    }

    /// @inheritdoc ICertificateSettlement
    function settlePart(uint256 holdId, uint72 value, bytes32 ref) external restricted returns (uint72 freed) {
        (uint256 id, Position p) = _takePart(holdId, value, ref);
        return _settleHeld(id, p, value, ref);
    }

    /// @inheritdoc ICertificateSettlement
    function payHold(uint256 holdId, uint72 value, bytes32 ref) external restricted {
        ISplitToken.Hold storage h = _ownHold(holdId);
        require(_isKept(holdId), ISplitTokenErrors.SplitTokenHoldNotKept(holdId));
        uint72 held = h.value;
        require(value <= held, ISplitTokenErrors.SplitTokenExceedsHold(holdId, held, value));
        // The leg that pays it has taken it off the position already.
        if (value == held) delete _holds[holdId];
        else h.value = held - value;
        emit ISplitTokenEvents.HoldReduced(holdId, value, held - value, ref);
    }

    /// @inheritdoc ICertificateSettlement
    function retire(uint256 id, uint32 holder, uint72 value, bytes32 ref) external restricted {
        Position p = _movable(id, holder);
        _requireNoRun(id >> 32);
        require(!p.has(PositionLib.WAITING), CertificatesStillWaiting(id, p.flags(), p.firm()));
        require(!p.has(PositionLib.RECOURSE), ISplitTokenErrors.SplitTokenFinanced(id));
        _requireFree(id, p, value);
        Totals storage totals = _totals[id >> 32];
        totals.live -= value;
        totals.retired += value;
        _reduce(id, p, value);
        emit TransferValue(id, 0, value);
        emit Retired(id, value, p.value() - value, ref);
    }

    /// @inheritdoc ICertificateSettlement
    function deliverWhole(
        uint256 id,
        uint32 to,
        uint8 flags,
        ISplitToken.Cause cause,
        bytes32 ref
    ) external restricted returns (uint256 childId) {
        Position p = _existing(id);
        _requireUnfrozen(id, p);
        _requireNoRun(id >> 32);
        require(p.firm() == 0, ISplitTokenErrors.SplitTokenFirm(id));
        require(!p.has(PositionLib.PLEDGED), ISplitTokenErrors.SplitTokenHeld(id, p.held()));
        require(p.value() != 0, ISplitTokenErrors.SplitTokenZeroValue(id));
        childId = _deliver(id, p.withHeld(0), p.value(), to, flags, cause, 0, ref);
    }

    // ----------------------------------------------------------- legal freeze

    /// @inheritdoc ICertificateSettlement
    function proposeFreeze(uint256 id, bool freeze, bytes32 documentDigest, bytes32 ref) external {
        uint32 member = members.requireRole(msg.sender, Roles.LEGAL, NOT_CIRCULATING);
        bool frozen = _existing(id).has(PositionLib.FROZEN);
        require(frozen != freeze, CertificatesFreezeState(id, frozen));
        _freezeProposals[id] = FreezeProposal(msg.sender, freeze, documentDigest);
        emit FreezeProposed(id, freeze, documentDigest, member, msg.sender, ref);
    }

    /// @inheritdoc ICertificateSettlement
    function confirmFreeze(uint256 id, bool freeze, bytes32 documentDigest, bytes32 ref) external {
        uint32 member = members.requireRole(msg.sender, Roles.LEGAL, NOT_CIRCULATING);
        FreezeProposal memory proposal = _freezeProposals[id];
        require(
            proposal.by != address(0) && proposal.freeze == freeze && proposal.documentDigest == documentDigest,
            CertificatesNoProposal(id)
        );
        require(proposal.by != msg.sender, CertificatesSameAccount(id, msg.sender));
        // A key that was revoked since it proposed has no word any more.
        members.requireRole(proposal.by, Roles.LEGAL, NOT_CIRCULATING);
        delete _freezeProposals[id];
        Position p = _positions[id];
        uint8 flags = freeze ? p.flags() | PositionLib.FROZEN : p.flags() & ~PositionLib.FROZEN;
        _positions[id] = p.withFlags(flags);
        emit ISplitTokenEvents.FlagsSet(id, flags, ref);
        emit FreezeConfirmed(id, freeze, documentDigest, member, msg.sender, ref);
    }

    // ------------------------------------------------------------------ views

    /// @inheritdoc ICertificateSettlement
    function totalsOf(uint32 receivable) external view returns (Totals memory) {
        return _totals[receivable];
    }

    /// @inheritdoc ICertificateSettlement
    function waitingOf(uint256 id) external view returns (uint72) {
        return _waiting[id];
    }

    // -------------------------------------------------------------- internals

    /// @dev Whether a position's pay must wait: frozen, or held by an instruction that a bank accepted.
    function _waits(Position p) private pure returns (bool) {
        return p.has(PositionLib.FROZEN) || p.firm() != 0;
    }

    /// @dev Looks at up to `limit` serials and settles those with value; ends early once the run is through.
    function _settleLegs(Batch memory batch, uint256 limit, bytes32 ref) private returns (Leg[] memory legs) {
        uint256 count = _slots[batch.receivable].serials - batch.cursor;
        if (count > limit) count = limit;
        legs = new Leg[](count);
        uint256 found;
        for (; count != 0 && batch.cumulative < batch.total; --count) {
            Leg memory leg = _nextLeg(batch);
            if (leg.pay == 0) continue;
            _settleLeg(leg, ref);
            legs[found++] = leg;
        }
        // Shortens the array to the legs found; a test compares every batch size with one batch.
        assembly ("memory-safe") {
            mstore(legs, found)
        }
    }

    /// @dev Advances a run by one serial: what of it counts, and its pay.
    function _nextLeg(Batch memory batch) private view returns (Leg memory leg) {
        uint256 id = (uint256(batch.receivable) << 32) | ++batch.cursor;
        Position p = _positions[id];
        uint72 before = _share(batch);
        leg.id = id;
        leg.holder = p.owner();
        leg.flags = p.flags();
        leg.value = p.value() - (p.has(PositionLib.WAITING) ? _waiting[id] : 0);
        batch.cumulative += leg.value;
        leg.pay = _share(batch) - before;
        leg.waits = _waits(p);
    }

    /// @dev floor(P * C / T): the product fits 144 bits, the quotient is at most P.
    function _share(Batch memory batch) private pure returns (uint72) {
        return uint72((uint256(batch.paid) * batch.cumulative) / batch.total);
    }

    /// @dev One leg of a run: paid now, or reserved.
    function _settleLeg(Leg memory leg, bytes32 ref) private {
        uint256 id = leg.id;
        Position p = _positions[id];
        if (leg.waits) {
            _waiting[id] += leg.pay;
            _totals[id >> 32].waiting += leg.pay;
            _positions[id] = p.withFlags(p.flags() | PositionLib.WAITING);
            emit SettlementWaits(id, leg.pay, ref);
        } else {
            _settle(id, _endReservations(id, p, leg.pay, ref), leg.pay, ref);
        }
    }

    /// @dev Circulation is over and nothing is firm, so every reservation ends here. What is pledged stays held, but
    /// for what liens get of the pay: they come first.
    function _endReservations(uint256 id, Position p, uint72 pay, bytes32 ref) private returns (Position) {
        uint72 pledged = _pledgedOf(id, p);
        if (pledged == 0) return p.withHeld(0);
        uint72 rest = pledged > pay ? pledged - pay : 0;
        return _withPledged(id, p.withHeld(rest), rest, ref);
    }

    /// @dev Ends value that was held until now because it was paid, and what of a run's pay waited for it.
    function _settleHeld(uint256 id, Position p, uint72 value, bytes32 ref) private returns (uint72 freed) {
        (p, freed) = _takeWaiting(id, p, value);
        if (freed != 0) _endWaiting(id, freed, ref);
        _settle(id, p, value, ref);
    }

    /// @dev Ends value because it was paid.
    function _settle(uint256 id, Position p, uint72 value, bytes32 ref) private {
        Totals storage totals = _totals[id >> 32];
        totals.live -= value;
        totals.settled += value;
        _reduce(id, p, value);
        emit TransferValue(id, 0, value);
        emit Settled(id, value, p.value() - value, ref);
    }

    function _endWaiting(uint256 id, uint72 pay, bytes32 ref) private {
        _totals[id >> 32].waiting -= pay;
        emit WaitingEnded(id, pay, ref);
    }

    /// @dev The waiting pay that goes along with `value` of a position: in proportion, rounded down unless it is the
    /// whole.
    function _takeWaiting(uint256 id, Position p, uint72 value) private returns (Position, uint72 share) {
        uint72 waiting = _waiting[id];
        if (waiting == 0) return (p, 0);
        share = uint72((uint256(waiting) * value) / p.value());
        _waiting[id] = waiting - share;
        if (share == waiting) p = p.withFlags(p.flags() & ~PositionLib.WAITING);
        return (p, share);
    }

    /// @inheritdoc Holds
    function _deliver(
        uint256 id,
        Position p,
        uint72 value,
        uint32 to,
        uint8 flags,
        ISplitToken.Cause cause,
        bytes32 tradeReference,
        bytes32 ref
    ) internal override returns (uint256 childId) {
        uint72 share;
        (p, share) = _takeWaiting(id, p, value);
        if (share != 0) flags |= PositionLib.WAITING;
        childId = super._deliver(id, p, value, to, flags, cause, tradeReference, ref);
        if (share == 0) return childId;
        _waiting[childId] = share;
        emit WaitingMoved(childId, id, share, ref);
    }
}
