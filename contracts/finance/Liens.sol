// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {ICreditCertificates} from "../interfaces/ICreditCertificates.sol";
import {IHolds} from "../interfaces/IHolds.sol";
import {ILiens} from "../interfaces/ILiens.sol";
import {IMembers} from "../interfaces/IMembers.sol";
import {IReceiptDelivery} from "../interfaces/IReceiptDelivery.sol";
import {IReceivables} from "../interfaces/IReceivables.sol";
import {ISettlement} from "../interfaces/ISettlement.sol";
import {ISplitToken} from "../interfaces/ISplitToken.sol";
import {IWarehouseReceipts} from "../interfaces/IWarehouseReceipts.sol";
import {IWarehouses} from "../interfaces/IWarehouses.sol";
import {LienShares} from "../libraries/LienShares.sol";
import {LienRank} from "../types/LienRank.sol";
import {LienBook} from "./LienBook.sol";
import {LienEnforcements} from "./LienEnforcements.sol";
import {LienPledges} from "./LienPledges.sol";

/// @title Liens
/// @notice Encumbrances of positions. In this part: what an active lien lets go, and what settlement pays on it.
contract Liens is LienPledges, LienEnforcements {
    constructor(
        address authority,
        IMembers members,
        IReceivables receivables,
        ICreditCertificates certificates,
        IWarehouseReceipts receipts,
        IWarehouses warehouses,
        ISettlement settlement,
        uint256 utcOffset
    ) LienBook(authority, members, receivables, certificates, receipts, warehouses, settlement, utcOffset) {}

    // --- verbs of secured parties

    /// @inheritdoc ILiens
    function release(uint256 lien, uint72 amount, bytes32 ref) external {
        Record storage r = _ofSecured(lien, State.Active);
        (Asset memory a, ISplitToken.Hold memory h) = _holdOf(lien);
        _requireWithin(lien, h.value, amount);
        uint72 rest = h.value - amount;
        if (rest == 0) _end(lien, r, a, h.token);
        emit LienReleased(lien, amount, rest, ref);
        IHolds(a.token).releasePart(_holdIdOf(lien), amount, ref);
    }

    /// @inheritdoc ILiens
    function recordNotice(uint256 lien, uint40 noticedAt, bytes32 evidence, bytes32 ref) external {
        Record storage r = _known(lien);
        _requireParty(lien, _caller(), r.securedParty);
        require(r.state != State.Ended, LiensWrongState(lien, r.state, State.Active));
        _requirePast(noticedAt);
        emit LienNoticeRecorded(lien, noticedAt, evidence, ref);
    }

    /// @inheritdoc ILiens
    function approvePickUp(uint256 lien, uint72 quantity, bytes32 ref) external {
        _goodsOf(lien).approvePickUp(_holdIdOf(lien), quantity, ref);
    }

    /// @inheritdoc ILiens
    function approveReplacement(uint256 lien, bytes32 order, bytes32 ref) external {
        _goodsOf(lien).approveReplacement(_holdIdOf(lien), order, ref);
    }

    /// @dev The token of an active lien over goods, of the calling secured party.
    function _goodsOf(uint256 lien) private view returns (IReceiptDelivery) {
        _ofSecured(lien, State.Active);
        _requireGoods(lien);
        return IReceiptDelivery(address(_holdsOf(lien)));
    }

    // --- verbs of ledger contracts

    /// @inheritdoc ILiens
    function payLiens(
        uint256 run,
        uint256 token,
        uint72 pay,
        bytes32 ref
    ) external restricted returns (uint72 toLiens) {
        LienRank rank = _ranks[_idOf(CERTIFICATES_INDEX, token)];
        uint256 count = rank.count();
        uint72[] memory amounts = new uint72[](count);
        uint40[] memory times = new uint40[](count);
        for (uint256 i; i < count; ++i) {
            uint256 lien = _idOf(CERTIFICATES_INDEX, rank.laneOf(i));
            (, ISplitToken.Hold memory h) = _holdOf(lien);
            amounts[i] = h.value;
            times[i] = _records[lien].registeredAt;
        }
        uint72[] memory paid = LienShares.divide(amounts, times, pay);
        for (uint256 i; i < count; ++i) {
            if (paid[i] == 0) continue;
            toLiens += paid[i];
            uint256 lien = _idOf(CERTIFICATES_INDEX, rank.laneOf(i));
            _reduce(lien, run, token, paid[i], amounts[i] - paid[i], ref);
            CERTIFICATES.payHold(_holdIdOf(lien), paid[i], ref);
        }
    }

    /// @inheritdoc ILiens
    function reserveLien(uint256 lien, bytes32 ref) external restricted {
        _in(lien, State.Active).state = State.Selling;
        _makeFirm(lien, ref);
    }

    /// @inheritdoc ILiens
    function settleLien(uint256 lien, uint72 value, bytes32 ref) external restricted returns (uint72 freed) {
        _in(lien, State.Selling).state = State.Active;
        uint64 hold = _holdIdOf(lien);
        if (value == 0) {
            CERTIFICATES.loosenHold(hold, ref);
            return 0;
        }
        (, ISplitToken.Hold memory h) = _holdOf(lien);
        _reduce(lien, 0, h.token, value, h.value - value, ref);
        return CERTIFICATES.settlePart(hold, value, ref);
    }

    /// @dev So much of a lien over a certificate was paid, in a run or, being 0, early.
    function _reduce(uint256 lien, uint256 run, uint256 token, uint72 paid, uint72 rest, bytes32 ref) private {
        Record storage r = _records[lien];
        if (rest == 0) _end(lien, r, _assets[CERTIFICATES_INDEX], token);
        emit LienPaid(lien, run, r.securedParty, paid, rest, ref);
    }

    /// @inheritdoc ILiens
    function onGoodsTaken(uint256 hold, uint72 quantity, uint256 newHold, bytes32 ref) external {
        uint64 index = _indexOf(msg.sender);
        require(index != 0 && _assets[index].goods, LiensUnknownAsset(msg.sender));
        uint256 lien = _idOf(index, hold);
        Record storage r = _records[lien];
        // What another contract holds is no lien.
        if (r.state == State.None) return;
        (, ISplitToken.Hold memory h) = _holdOf(lien);
        if (newHold != 0) {
            uint256 moved = _idOf(index, newHold);
            _records[moved] = r;
            (, ISplitToken.Hold memory over) = _holdOf(moved);
            emit LienMoved(moved, lien, over.token, over.value, ref);
        }
        // It was active when its secured party approved, and nothing but this reduces it to nothing unseen.
        if (h.value == 0) r.state = State.Ended;
        emit LienReduced(lien, quantity, h.value, ref);
    }
}
