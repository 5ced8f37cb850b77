// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {ICertificateSettlement} from "../../../contracts/interfaces/ICertificateSettlement.sol";
import {IMemberErrors} from "../../../contracts/interfaces/IMemberErrors.sol";
import {ISettlement} from "../../../contracts/interfaces/ISettlement.sol";
import {ISettlementRuns} from "../../../contracts/interfaces/ISettlementRuns.sol";
import {Suspensions} from "../../../contracts/types/Suspensions.sol";
import {CirculationDeals} from "./CirculationDeals.sol";

/// @title CirculationHandler
/// @notice Random steps of obligors, settlement runs, operator, legal accounts and time, beside those it inherits.
contract CirculationHandler is CirculationDeals {
    uint256[] private frozen;

    constructor(Ledger memory ledger_, Cast memory cast_) {
        ledger = ledger_;
        cast = cast_;
    }

    /// @notice Before the first step: an obligor that may confirm.
    function start(uint32 obligor) external {
        _open(obligor);
    }

    // --- settlement

    /// @dev The obligor of what is due first pays: all, a part, or too much.
    function settle(uint256 seed) external acts {
        _settle(_due(seed), seed);
    }

    function settleBatch(uint256 seed) external acts {
        uint32 receivable = _running(seed);
        if (receivable == 0) {
            receivable = _due(seed);
            _settle(receivable, seed);
        }
        ledger.runs.settleBatch(receivable, 1 + (_dice(seed, 1) % 9), 0);
        _afterRun(receivable);
        last = receivable;
    }

    function settleWaiting(uint256 seed) external {
        uint256 id = _waiting(seed);
        // What a payment holds firmly may wait for ever, so mostly it is another one.
        if (id == 0 || (seed % 3 != 0 && reservedOf(id, true) != 0)) id = _makeWait(seed);
        if (seed % 2 == 0 && _isFrozen(id)) _setFrozen(id, false);
        last = uint32(id >> 32);
        bool stays = _isFrozen(id) || reservedOf(id, true) != 0;
        if (stays) vm.expectPartialRevert(ICertificateSettlement.CertificatesStillWaiting.selector);
        ledger.runs.settleWaiting(id, 0);
        if (stays) {
            refused[msg.sig]++;
        } else {
            _afterRun(last);
            acted[msg.sig]++;
        }
    }

    /// @dev Marks what is unpaid after its days of grace; the mark suspends its obligor.
    function markOverdue(uint256 seed) external acts {
        uint32 receivable = _due(seed);
        _goTo(ledger.runs.defaultDayOf(receivable));
        if (ledger.runs.isOverdue(receivable)) {
            vm.expectPartialRevert(ISettlementRuns.RunsAlreadyOverdue.selector);
            ledger.runs.markOverdue(receivable, 0);
        } else {
            ledger.runs.markOverdue(receivable, 0);
        }
        uint16 bits = _suspensionsOf(issuedOf(receivable).obligor);
        assertTrue(bits & Suspensions.OVERDUE != 0, "an overdue obligor is suspended");
        last = receivable;
    }

    // --- operator, legal, accounts, time

    function freeze(uint256 seed) external acts {
        if (frozen.length > 2 || (frozen.length != 0 && seed % 2 == 0)) {
            uint256 id = frozen[seed % frozen.length];
            _setFrozen(id, false);
            last = uint32(id >> 32);
        } else {
            uint256 id = _position(seed);
            if (!_isFrozen(id)) _setFrozen(id, true);
        }
    }

    /// @dev At most one supplier is suspended at a time, so that the others go on.
    function suspend(uint256 seed) external acts {
        uint32 member = cast.suppliers[seed % 3];
        uint16 bits = Suspensions.REGULATORY;
        for (uint256 i = 0; i < 3; i++) {
            if (_suspensionsOf(cast.suppliers[i]) == 0) continue;
            (member, bits) = (cast.suppliers[i], 0);
        }
        _as(cast.operator);
        ledger.members.setSuspensions(member, bits, "reason", 0);
    }

    /// @dev A member takes a new account and revokes the old one, which then moves nothing (I9).
    function changeAccount(uint256 seed) external acts {
        uint32 member = seed % 2 == 0 ? cast.suppliers[(seed >> 8) % 3] : cast.financiers[(seed >> 8) % 2];
        address old = _accountOf(member);
        address next = _nextAccountOf(member);
        (uint32 known, uint40 activeFrom) = ledger.members.accountOf(next);
        if (known == 0) {
            vm.prank(old);
            ledger.members.addAccount(next, 0);
            return;
        }
        if (block.timestamp < activeFrom) vm.warp(activeFrom);
        vm.prank(next);
        ledger.members.revokeAccount(old, 0);
        _useNextAccount(member);
        uint256 id = _position(seed);
        vm.prank(old);
        vm.expectPartialRevert(IMemberErrors.MembersAccountNotActive.selector);
        ledger.certificates.split(id, 1, 0);
    }

    function wait_(uint256 seed) external acts {
        vm.warp(block.timestamp + bound(seed, 1, 48) * 1 hours);
    }

    // --- what steps need

    /// @dev The receivable with unpaid value that falls due first, on its due day or later.
    function _due(uint256 seed) private returns (uint32 receivable) {
        uint16 first = type(uint16).max;
        for (uint256 i = 0; i < slots.length; i++) {
            uint32 candidate = slots[((seed % slots.length) + i) % slots.length];
            uint16 dueDay = issuedOf(candidate).dueDay;
            if (dueDay >= first) continue;
            ICertificateSettlement.Totals memory totals = ledger.certificates.totalsOf(candidate);
            if (totals.live == totals.waiting || ledger.runs.unpaidOf(candidate) == 0) continue;
            (receivable, first) = (candidate, dueDay);
        }
        if (receivable == 0) receivable = uint32(_issue(seed) >> 32);
        _goTo(issuedOf(receivable).dueDay);
    }

    function _settle(uint32 receivable, uint256 seed) private {
        uint72 unpaid = ledger.runs.unpaidOf(receivable);
        uint72 amount = seed % 3 == 0 ? unpaid : uint72(bound(_dice(seed, 4), 1, uint256(unpaid) + unpaid / 4 + 1));
        _payDue(receivable, amount);
    }

    function _payDue(uint32 receivable, uint72 amount) private {
        uint40 expiresAt = uint40(block.timestamp + 1 days);
        _as(issuedOf(receivable).obligor);
        uint256 instruction = ledger.runs.instructSettlement(receivable, amount, cast.bank, expiresAt, 0);
        _attest(instruction, ISettlement.Outcome.Paid, amount);
        _noteAttested(receivable, amount);
        last = receivable;
    }

    /// @dev A receivable with an open run or a queue.
    function _running(uint256 seed) private view returns (uint32) {
        for (uint256 i = 0; i < slots.length; i++) {
            uint32 receivable = slots[((seed % slots.length) + i) % slots.length];
            if (_isRunning(uint256(receivable) << 32)) return receivable;
            if (ledger.runs.queuedOf(receivable).length != 0) return receivable;
        }
        return 0;
    }

    function _waiting(uint256 seed) private view returns (uint256) {
        for (uint256 i = 0; i < ids.length; i++) {
            uint256 id = ids[((seed % ids.length) + i) % ids.length];
            if (plainOf(id).value != 0 && ledger.certificates.waitingOf(id) != 0) return id;
        }
        return 0;
    }

    /// @dev A frozen position for which a closed run reserves pay.
    function _makeWait(uint256 seed) private returns (uint256 id) {
        id = _circulating(seed, 2);
        _setFrozen(id, true);
        uint32 receivable = uint32(id >> 32);
        _goTo(issuedOf(receivable).dueDay);
        _payDue(receivable, ledger.certificates.totalsOf(receivable).live);
        while (_isRunning(id)) {
            ledger.runs.settleBatch(receivable, 50, 0);
            _afterRun(receivable);
        }
    }

    /// @dev The first hours of a day, unless it began already.
    function _goTo(uint16 day) internal override {
        uint256 time = uint256(day) * 1 days - 8 hours + 1 hours;
        if (block.timestamp < time) vm.warp(time);
    }

    /// @dev One legal account proposes, another one confirms.
    function _setFrozen(uint256 id, bool freeze_) internal override {
        bytes32 document = bytes32(++counter);
        _as(cast.legal);
        ledger.certificates.proposeFreeze(id, freeze_, document, 0);
        vm.prank(cast.secondLegal);
        ledger.certificates.confirmFreeze(id, freeze_, document, 0);
        if (freeze_) {
            frozen.push(id);
            return;
        }
        for (uint256 i = 0; i < frozen.length; i++) {
            if (frozen[i] != id) continue;
            frozen[i] = frozen[frozen.length - 1];
            frozen.pop();
            return;
        }
    }
}
