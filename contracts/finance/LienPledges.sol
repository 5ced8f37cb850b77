// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IHolds} from "../interfaces/IHolds.sol";
import {ILiens} from "../interfaces/ILiens.sol";
import {ISplitToken} from "../interfaces/ISplitToken.sol";
import {LienHash} from "../libraries/LienHash.sol";
import {Roles} from "../types/Roles.sol";
import {Suspensions} from "../types/Suspensions.sol";
import {LienBook} from "./LienBook.sol";

/// @title LienPledges
/// @notice How a lien begins: pledged, accepted, and registered or countersigned; or ended before.
abstract contract LienPledges is LienBook {
    /// @dev Being overdue as an obligor stops no financier; every other suspension does.
    uint16 private constant NOT_FINANCING = ~Suspensions.OVERDUE;
    /// @dev A custodian takes on a new duty, so nothing may be against it.
    uint16 private constant ANY_SUSPENSION = type(uint16).max;

    // --- verbs of debtors

    /// @inheritdoc ILiens
    function pledge(Pledge calldata pledge_, bytes32 ref) external returns (uint256 lien) {
        (lien, ) = _pledge(pledge_, ref);
    }

    /// @inheritdoc ILiens
    function pledgeWithSignatures(
        Pledge calldata pledge_,
        Registration calldata registration,
        Consent calldata securedParty,
        Consent calldata custodian,
        bytes32 ref
    ) external returns (uint256 lien) {
        uint32 debtor;
        (lien, debtor) = _pledge(pledge_, ref);
        bytes32 acceptance = LienHash.ofAcceptance(pledge_, debtor, registration, securedParty);
        _requireConsent(pledge_.securedParty, securedParty.nonce, securedParty.signature, acceptance, ref);
        _accept(lien, registration, ref);
        if (custodian.signature.account == address(0)) return lien;
        uint32 keeper = _slotOf(pledge_.asset, pledge_.token).noticeTo;
        _requireFit(keeper, Roles.CUSTODIAN, ANY_SUSPENSION);
        bytes32 countersignature = LienHash.ofCountersignature(pledge_, debtor, custodian);
        _requireConsent(keeper, custodian.nonce, custodian.signature, countersignature, ref);
        _countersign(lien, keeper, ref);
    }

    /// @inheritdoc ILiens
    function withdraw(uint256 lien, bytes32 ref) external {
        Record storage r = _in(lien, State.Proposed);
        _requireParty(lien, _caller(), r.debtor);
        require(!r.accepted, LiensAccepted(lien));
        emit LienWithdrawn(lien, ref);
        _endProposal(lien, r, ref);
    }

    /// @dev Checks what needs no other party; the token refuses what can't be held: another holder, too little free
    /// value, frozen, circulation over. What the financing itself needs is checked at acceptance, and the token keeps
    /// nothing of a position financed with recourse.
    function _pledge(Pledge calldata p, bytes32 ref) private returns (uint256 lien, uint32 debtor) {
        debtor = _memberOf(msg.sender, Roles.ALL, Suspensions.RECOVERY);
        uint64 index = _indexOf(p.asset);
        require(index != 0, LiensUnknownAsset(p.asset));
        _requireOther(p.securedParty, debtor);
        require(p.terms != 0 && p.debt != 0, LiensTermsMissing(p.terms, p.debt));
        _requireFit(p.securedParty, Roles.FINANCIER, NOT_FINANCING);

        // The lien is known by its hold.
        lien = _idOf(index, IHolds(p.asset).hold(p.token, debtor, p.amount, p.expiresAt, ref));
        _records[lien] = Record(p.securedParty, debtor, 0, 0, State.Proposed, false, false, p.terms);
        emit LienProposed(lien, p.securedParty, debtor, p, ref);
    }

    // --- verbs of secured parties

    /// @inheritdoc ILiens
    function accept(uint256 lien, Registration calldata registration, bytes32 ref) external {
        Record storage r = _in(lien, State.Proposed);
        _requireParty(lien, _memberOf(msg.sender, Roles.FINANCIER, NOT_FINANCING), r.securedParty);
        _accept(lien, registration, ref);
    }

    /// @inheritdoc ILiens
    function register(uint256 lien, Registration calldata registration, bytes32 ref) external {
        Record storage r = _known(lien);
        _requireParty(lien, _caller(), r.securedParty);
        require(r.accepted, LiensNotAccepted(lien));
        // A pledge of goods, which is active without it, may be registered later.
        if (r.state != State.Active) _in(lien, State.Proposed);
        _register(lien, r, registration, ref);
        if (r.state == State.Active) return;
        _requireSound(lien, r.securedParty);
        _activateWhenComplete(lien, r, ref);
    }

    /// @inheritdoc ILiens
    function refuse(uint256 lien, bytes32 ref) external {
        Record storage r = _in(lien, State.Proposed);
        uint32 member = _caller();
        if (member != r.securedParty) {
            (Asset memory a, ISplitToken.Hold memory h) = _holdOf(lien);
            bool keeps = a.goods && member == _slotOf(a.token, h.token).noticeTo;
            require(keeps, LiensNotParty(lien, member, r.securedParty));
        }
        emit LienRefused(lien, member, ref);
        _endProposal(lien, r, ref);
    }

    function _accept(uint256 lien, Registration calldata registration, bytes32 ref) private {
        Record storage r = _records[lien];
        require(!r.accepted, LiensAccepted(lien));
        _requireSound(lien, r.securedParty);
        r.accepted = true;
        emit LienAccepted(lien, r.securedParty, ref);
        if (registration.number != 0 || registration.registeredAt != 0) _register(lien, r, registration, ref);
        _activateWhenComplete(lien, r, ref);
    }

    function _register(uint256 lien, Record storage r, Registration calldata registration, bytes32 ref) private {
        uint40 registeredAt = registration.registeredAt;
        require(registration.number != 0, LiensRegistryNumberMissing(lien));
        _requirePast(registeredAt);
        require(r.registeredAt == 0, LiensRegistered(lien, r.registeredAt));
        r.registeredAt = registeredAt;
        emit LienRegistered(lien, registration.number, registeredAt, ref);
    }

    // --- verbs of custodians

    /// @inheritdoc ILiens
    function countersign(uint256 lien, bytes32 ref) external {
        _in(lien, State.Proposed);
        (Asset memory a, ISplitToken.Hold memory h) = _holdOf(lien);
        uint32 member = _memberOf(msg.sender, Roles.CUSTODIAN, ANY_SUSPENSION);
        _requireParty(lien, member, _slotOf(a.token, h.token).noticeTo);
        _countersign(lien, member, ref);
    }

    function _countersign(uint256 lien, uint32 custodian, bytes32 ref) private {
        Record storage r = _records[lien];
        _requireGoods(lien);
        require(!r.countersigned, LiensCountersigned(lien));
        _requireSound(lien, r.securedParty);
        r.countersigned = true;
        emit LienCountersigned(lien, custodian, ref);
        _activateWhenComplete(lien, r, ref);
    }

    // --- verbs of anyone

    /// @inheritdoc ILiens
    function expire(uint256 lien, bytes32 ref) external {
        Record storage r = _in(lien, State.Proposed);
        (Asset memory a, ISplitToken.Hold memory h) = _holdOf(lien);
        require(
            block.timestamp > h.expiresAt || _ended(_slotOf(a.token, h.token)),
            LiensNotExpired(lien, block.timestamp, h.expiresAt)
        );
        emit LienExpired(lien, ref);
        _endProposal(lien, r, ref);
    }

    // --- internals

    function _endProposal(uint256 lien, Record storage r, bytes32 ref) private {
        r.state = State.Ended;
        _holdsOf(lien).releaseHold(_holdIdOf(lien), ref);
    }

    /// @dev That what is pledged can secure a new debt now: goods under sound control, or a receivable in force that is
    /// not short. Whoever owes it is no secured party.
    function _requireSound(uint256 lien, uint32 securedParty) private view {
        (Asset memory a, ISplitToken.Hold memory h) = _holdOf(lien);
        uint32 slotId = uint32(h.token >> 32);
        _requireOther(securedParty, _slotOf(a.token, h.token).noticeTo);
        if (a.goods) WAREHOUSES.requireUsable(slotId);
        else if (a.token == address(CERTIFICATES)) RECEIVABLES.requireSound(slotId);
    }

    /// @dev Goods need the custodian's word (Civil Code art. 441), everything else registration (art. 445). The token
    /// refuses an expired hold, a frozen position and one whose circulation is over.
    function _activateWhenComplete(uint256 lien, Record storage r, bytes32 ref) private {
        (Asset memory a, ISplitToken.Hold memory h) = _holdOf(lien);
        bool complete = a.goods ? r.countersigned : r.registeredAt != 0;
        if (!r.accepted || !complete) return;
        r.state = State.Active;
        if (!a.goods) _rank(uint64(lien >> 64), h.token, _holdIdOf(lien), r.registeredAt);
        emit LienActivated(lien, ref);
        IHolds(a.token).keepHold(_holdIdOf(lien), ref);
    }
}
