// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IClaims} from "../../../contracts/interfaces/IClaims.sol";
import {IERC3525} from "../../../contracts/interfaces/external/IERC3525.sol";
import {IMemberErrors} from "../../../contracts/interfaces/IMemberErrors.sol";
import {IMemberEvents} from "../../../contracts/interfaces/IMemberEvents.sol";
import {IReceivableTerms} from "../../../contracts/interfaces/IReceivableTerms.sol";
import {ISplitToken} from "../../../contracts/interfaces/ISplitToken.sol";
import {ISplitTokenErrors} from "../../../contracts/interfaces/ISplitTokenErrors.sol";
import {PositionLib} from "../../../contracts/types/Position.sol";
import {Roles} from "../../../contracts/types/Roles.sol";
import {Suspensions} from "../../../contracts/types/Suspensions.sol";
import {CirculationWorld} from "./CirculationWorld.sol";

/// @title CirculationMoves
/// @notice Random steps of suppliers: issue, split, merge, pass, offer. Each makes what it needs when there is none.
abstract contract CirculationMoves is CirculationWorld {
    uint40 private constant FOR_EVER = type(uint40).max;

    // --- steps

    function issue(uint256 seed) external acts {
        _issue(seed);
    }

    function split(uint256 seed) external {
        uint256 id = _position(seed);
        ISplitToken.Link memory link = _link(id);
        uint72 part = uint72(bound(seed >> 8, 1, link.value + 1));
        bytes4 refusal = _refusalOfSplit(id, link, part);
        _as(link.owner);
        try ledger.certificates.split(id, part, 0) returns (uint256 newId) {
            _foretold(refusal);
            _born(newId, link.owner, 0, plainOf(id).parent, link.tier);
            _moved(id, newId, part);
        } catch (bytes memory reason) {
            _refused(reason, refusal);
        }
    }

    function merge(uint256 seed) external acts {
        uint256 id = _circulating(seed, 2);
        uint32 owner = _link(id).owner;
        uint72 part = uint72(bound(seed >> 8, 1, _link(id).value - 1));
        _as(owner);
        uint256 other = ledger.certificates.split(id, part, 0);
        _born(other, owner, 0, plainOf(id).parent, plainOf(id).tier);
        _moved(id, other, part);
        // Either way round, as far as nothing is held.
        (uint256 into, uint256 from) = seed % 2 == 0 ? (id, other) : (other, id);
        uint256[] memory others = new uint256[](1);
        others[0] = from;
        uint72 value = _link(from).value;
        _as(owner);
        ledger.certificates.merge(into, others, 0);
        _moved(from, into, value);
    }

    function transfer(uint256 seed) external {
        uint256 id = _position(seed);
        ISplitToken.Link memory link = _link(id);
        uint32 to = cast.suppliers[_dice(seed, 1) % 3];
        uint72 value = uint72(bound(_dice(seed, 2), 1, link.value + 1));
        bool asks = _isSupplier(link.owner) && to != link.owner && _suspensionsOf(to) & ~Suspensions.OVERDUE == 0;
        if (asks && _dice(seed, 3) % 4 != 0) _accept(to, link.owner, FOR_EVER);
        bytes4 refusal = _refusalOfPass(id, link, to, value, true);
        _as(link.owner);
        try ledger.certificates.transfer(id, to, value, bytes32(seed), 0) returns (uint256 childId) {
            _foretold(refusal);
            _passed(id, childId, to, value, 1);
        } catch (bytes memory reason) {
            _refused(reason, refusal);
        }
    }

    function transferBatch(uint256 seed) external acts {
        uint256 id = _circulating(seed, 3);
        ISplitToken.Link memory link = _link(id);
        ISplitToken.Pass[] memory passes = new ISplitToken.Pass[](1 + (seed % 3));
        uint72 left = link.value - link.held;
        for (uint256 i = 0; i < passes.length; i++) {
            uint32 to = _recipient(link.owner, _dice(seed, i));
            _accept(to, link.owner, FOR_EVER);
            uint72 value = uint72(bound(_dice(seed, i + 9), 1, left / (passes.length - i)));
            passes[i] = ISplitToken.Pass(to, value, bytes32(seed));
            left -= value;
        }
        _as(link.owner);
        uint256 first = ledger.certificates.transferBatch(id, passes, 0);
        for (uint256 i = 0; i < passes.length; i++) _passed(id, first + i, passes[i].to, passes[i].value, 1);
    }

    /// @dev A member of any kind moves value by an ERC approval of the holder, and no more than that.
    function operate(uint256 seed) external acts {
        uint256 id = _circulating(seed, 1);
        ISplitToken.Link memory link = _link(id);
        uint32 to = _recipient(link.owner, seed);
        _accept(to, link.owner, FOR_EVER);
        uint72 value = uint72(bound(_dice(seed, 2), 1, link.value - link.held));
        address operator = _accountOf(cast.bank);
        address account = _accountOf(to);
        _as(link.owner);
        _erc().approve(id, operator, value);
        vm.prank(operator);
        uint256 childId = _erc().transferFrom(id, account, value);
        _passed(id, childId, to, value, 1);
        vm.prank(operator);
        vm.expectPartialRevert(ISplitTokenErrors.SplitTokenNotApproved.selector);
        _erc().transferFrom(id, account, 1);
    }

    function accept_(uint256 seed) external acts {
        uint32 to = cast.suppliers[seed % 3];
        uint32 from = cast.suppliers[((seed % 3) + 1 + ((seed >> 8) % 2)) % 3];
        if (_suspensionsOf(to) & ~Suspensions.OVERDUE != 0) (to, from) = (from, to);
        if (_suspensionsOf(to) & ~Suspensions.OVERDUE != 0) return;
        // One in four takes its word back.
        _accept(to, from, (seed >> 16) % 4 == 0 ? uint40(1) : FOR_EVER);
    }

    function offer(uint256 seed) external acts {
        _offer(seed);
    }

    function acceptOffer(uint256 seed) external {
        // Old offers mostly can't be taken any more.
        uint256 offerId = seed % 3 == 0 ? _openOffer(seed) : _offer(seed);
        ISplitToken.Offer memory o = ledger.certificates.offerOf(offerId);
        ISplitToken.Link memory link = _link(o.token);
        bytes4 refusal = _refusalOfOffer(o, link);
        _as(o.to);
        try ledger.certificates.acceptOffer(offerId, 0) returns (uint256 childId) {
            _foretold(refusal);
            _passed(o.token, childId, o.to, o.value, 1);
        } catch (bytes memory reason) {
            _refused(reason, refusal);
        }
        last = uint32(o.token >> 32);
    }

    /// @dev Declined, taken back, or expired where that is possible.
    function endOffer(uint256 seed) external acts {
        uint256 offerId = _openOffer(seed);
        ISplitToken.Offer memory o = ledger.certificates.offerOf(offerId);
        if (block.timestamp > o.expiresAt || !_isOpen(o.token)) {
            ledger.certificates.expireOffer(offerId, 0);
        } else if (seed % 2 == 0) {
            _as(o.to);
            ledger.certificates.declineOffer(offerId, 0);
        } else {
            uint32 owner = _link(o.token).owner;
            _as(owner);
            ledger.certificates.cancelOffer(offerId, 0);
        }
        last = uint32(o.token >> 32);
    }

    /// @dev I9: what a member that does not hold a position tries on it.
    function trespass(uint256 seed) external acts {
        uint256 id = _position(seed);
        uint32 owner = _link(id).owner;
        uint32 other = _recipient(owner, seed);
        uint256 what = _dice(seed, 3) % 5;
        bytes4 refusal = ISplitTokenErrors.SplitTokenNotOwner.selector;
        if (what == 3) refusal = ISplitTokenErrors.SplitTokenNotApproved.selector;
        address account = _accountOf(other);
        vm.prank(account);
        vm.expectPartialRevert(refusal);
        if (what == 0) ledger.certificates.split(id, 1, 0);
        else if (what == 1) ledger.certificates.offer(id, owner, 1, FOR_EVER, 0, 0);
        else if (what == 2) _erc().approve(id, account, 1);
        else if (what == 3) _erc().transferFrom(id, account, 1);
        else ledger.certificates.transferBatch(id, _one(owner), 0);
    }

    // --- what steps need

    function _issue(uint256 seed) internal returns (uint256 root) {
        IReceivableTerms.Terms memory terms;
        terms.obligor = _obligor(seed);
        terms.creditor = _recipient(0, _dice(seed, 1));
        terms.amount = uint72(bound(_dice(seed, 2), 10, 1_000_000));
        terms.currency = CNY;
        terms.deliveryDay = _today();
        terms.dueDay = terms.contractDueDay = _today() + uint16(bound(_dice(seed, 3), 3, 40));
        terms.documentRoot = keccak256("documents");
        terms.salt = bytes32(++counter);
        terms.invoices = new IClaims.Use[](1);
        terms.invoices[0] = IClaims.Use(keccak256(abi.encode("invoice", counter)), terms.amount, terms.amount);
        _as(terms.creditor);
        uint32 id = ledger.receivables.register(terms, 0);
        _as(terms.obligor);
        ledger.receivables.confirm(id, terms, uint40(block.timestamp + 1 days), 0);
        _as(terms.creditor);
        root = ledger.receivables.accept(id, 0);
        bytes32 digest = ledger.receivables.termsDigest(terms);
        _noteIssue(id, Issued(terms.obligor, terms.amount, 0, 0, terms.dueDay, CNY, digest));
        _born(root, terms.creditor, terms.amount, 0, 1);
        last = id;
    }

    /// @dev An obligor that isn't suspended; a new one where all are overdue.
    function _obligor(uint256 seed) private returns (uint32 member) {
        for (uint256 i = 0; i < obligors.length; i++) {
            member = obligors[((seed % obligors.length) + i) % obligors.length];
            if (_suspensionsOf(member) == 0) return member;
        }
        IMemberEvents.Admission memory admission;
        member = ledger.members.memberCount() + 1;
        admission.identityDigest = keccak256(abi.encode("identity", member));
        admission.roles = Roles.OBLIGOR;
        admission.account = _accountOf(member);
        _as(cast.operator);
        ledger.members.admit(admission, 0);
        _open(member);
    }

    /// @dev Room for everything that an obligor may confirm.
    function _open(uint32 member) internal {
        obligors.push(member);
        _as(cast.operator);
        ledger.rules.setCeiling(member, CNY, type(uint72).max, 0);
        _as(member);
        ledger.receivables.setLimit(CNY, type(uint72).max, 0);
    }

    /// @dev Any position with value: mostly one that a supplier may move.
    function _position(uint256 seed) internal returns (uint256 id) {
        if (seed % 4 != 0 || ids.length == 0) return _circulating(seed, 1);
        for (uint256 i = 0; i < ids.length; i++) {
            id = ids[((seed % ids.length) + i) % ids.length];
            if (plainOf(id).value == 0) continue;
            last = uint32(id >> 32);
            return id;
        }
        return _circulating(seed, 1);
    }

    /// @dev A position of a supplier that circulates, with that much free: a new one where there is none.
    function _circulating(uint256 seed, uint72 free) internal returns (uint256 id) {
        for (uint256 i = 0; i < ids.length; i++) {
            id = ids[((seed % ids.length) + i) % ids.length];
            Plain memory p = plainOf(id);
            if (p.value < free || !_isSupplier(p.owner) || p.tier > 8 || !_isOpen(id)) continue;
            ISplitToken.Link memory link = _link(id);
            if (link.flags != 0 || link.held != 0 || link.value < free) continue;
            if (_suspensionsOf(p.owner) & ~Suspensions.OVERDUE != 0) continue;
            last = uint32(id >> 32);
            return id;
        }
        return _issue(seed);
    }

    /// @dev A supplier that circulates and is not `member`.
    function _recipient(uint32 member, uint256 seed) internal view returns (uint32 to) {
        for (uint256 i = 0; i < 3; i++) {
            to = cast.suppliers[((seed % 3) + i) % 3];
            if (to != member && _suspensionsOf(to) & ~Suspensions.OVERDUE == 0) return to;
        }
    }

    function _accept(uint32 to, uint32 from, uint40 until) internal {
        _as(to);
        ledger.certificates.setStandingAcceptance(from, until, keccak256("framework"), 0);
    }

    function _offer(uint256 seed) internal returns (uint256 offerId) {
        uint256 id = _circulating(seed, 1);
        ISplitToken.Link memory link = _link(id);
        uint32 to = _recipient(link.owner, seed);
        uint72 value = uint72(bound(_dice(seed, 2), 1, link.value - link.held));
        uint40 expiresAt = uint40(block.timestamp + bound(_dice(seed, 3), 1, 5 days));
        _as(link.owner);
        offerId = ledger.certificates.offer(id, to, value, expiresAt, bytes32(seed), 0);
        assertEq(offerId, ++offers, "offers count up");
    }

    function _openOffer(uint256 seed) private returns (uint256 offerId) {
        for (uint256 i = 0; i < offers; i++) {
            offerId = 1 + (((seed % offers) + i) % offers);
            if (ledger.certificates.offerOf(offerId).state == 1) return offerId;
        }
        return _offer(seed);
    }

    function _erc() private view returns (IERC3525) {
        return IERC3525(address(ledger.certificates));
    }

    function _one(uint32 to) private pure returns (ISplitToken.Pass[] memory passes) {
        passes = new ISplitToken.Pass[](1);
        passes[0] = ISplitToken.Pass(to, 1, 0);
    }

    // --- why the token refuses, in its own order

    function _refusalOfSplit(uint256 id, ISplitToken.Link memory link, uint72 part) private view returns (bytes4) {
        if (link.flags & PositionLib.FROZEN != 0) return ISplitTokenErrors.SplitTokenFrozen.selector;
        if (!_isOpen(id)) return ISplitTokenErrors.SplitTokenClosed.selector;
        bool whole = link.flags & PositionLib.RECOURSE != 0 || part == link.value;
        if (whole) return ISplitTokenErrors.SplitTokenWholeOnly.selector;
        return part > link.value - link.held ? ISplitTokenErrors.SplitTokenExceedsFree.selector : bytes4(0);
    }

    function _refusalOfPass(
        uint256 id,
        ISplitToken.Link memory link,
        uint32 to,
        uint72 value,
        bool standing
    ) private view returns (bytes4) {
        if (!_isSupplier(link.owner)) return IMemberErrors.MembersMissingRole.selector;
        if (_suspensionsOf(link.owner) & ~Suspensions.OVERDUE != 0) return IMemberErrors.MembersSuspended.selector;
        bool accepted = ledger.certificates.standingAcceptanceOf(to, link.owner).until >= block.timestamp;
        if (standing && to == link.owner) return ISplitTokenErrors.SplitTokenToSelf.selector;
        if (standing && !accepted) return ISplitTokenErrors.SplitTokenNotAccepted.selector;
        if (link.flags & PositionLib.FROZEN != 0) return ISplitTokenErrors.SplitTokenFrozen.selector;
        if (link.flags & PositionLib.FINANCED != 0) return ISplitTokenErrors.SplitTokenFinanced.selector;
        if (!_isOpen(id)) return ISplitTokenErrors.SplitTokenClosed.selector;
        if (value > link.value - link.held) return ISplitTokenErrors.SplitTokenExceedsFree.selector;
        if (to == link.owner) return ISplitTokenErrors.SplitTokenToSelf.selector;
        if (link.tier == 10) return ISplitTokenErrors.SplitTokenTierCap.selector;
        bool stopped = _suspensionsOf(to) & ~Suspensions.OVERDUE != 0;
        return stopped ? IMemberErrors.MembersSuspended.selector : bytes4(0);
    }

    function _refusalOfOffer(ISplitToken.Offer memory o, ISplitToken.Link memory link) private view returns (bytes4) {
        if (_suspensionsOf(o.to) & ~Suspensions.OVERDUE != 0) return IMemberErrors.MembersSuspended.selector;
        if (block.timestamp > o.expiresAt) return ISplitTokenErrors.SplitTokenExpired.selector;
        // Its end frees what it held.
        link.held = link.held > o.value ? link.held - o.value : 0;
        return _refusalOfPass(o.token, link, o.to, o.value, false);
    }
}
