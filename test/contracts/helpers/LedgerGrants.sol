// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {AccessManager} from "@openzeppelin/contracts/access/manager/AccessManager.sol";
import {IClaims} from "../../../contracts/interfaces/IClaims.sol";
import {ICertificateSettlement} from "../../../contracts/interfaces/ICertificateSettlement.sol";
import {IFactoring} from "../../../contracts/interfaces/IFactoring.sol";
import {IHolds} from "../../../contracts/interfaces/IHolds.sol";
import {ILiens} from "../../../contracts/interfaces/ILiens.sol";
import {IMembers} from "../../../contracts/interfaces/IMembers.sol";
import {IReceivables} from "../../../contracts/interfaces/IReceivables.sol";
import {IReceiptDelivery} from "../../../contracts/interfaces/IReceiptDelivery.sol";
import {ISettlement} from "../../../contracts/interfaces/ISettlement.sol";
import {ISettlementRuns} from "../../../contracts/interfaces/ISettlementRuns.sol";
import {IWarehouses} from "../../../contracts/interfaces/IWarehouses.sol";

/// @title LedgerGrants
/// @notice Which ledger contract may call which verb of another, as `scripts/deploy/moduleRoles.ts` grants it.
library LedgerGrants {
    struct Contracts {
        address members;
        address claims;
        address certificates;
        address receivables;
        address settlement;
        address runs;
        address earlyPayments;
        address factoring;
        address warehouses;
        address receipts;
        address liens;
    }

    uint64 internal constant ISSUER = 2;
    uint64 internal constant RESERVER = 3;
    uint64 internal constant SETTLER = 4;
    uint64 internal constant INSTRUCTOR = 5;
    uint64 internal constant RECOURSE = 6;
    uint64 internal constant RECEIPT_KEEPER = 7;
    uint64 internal constant STOCK_KEEPER = 8;
    uint64 internal constant PLEDGER = 9;
    uint64 internal constant EARLY_PAYER = 10;

    function grantAll(AccessManager authority, Contracts memory c) internal {
        _open(authority, c.claims, _issuerOfClaims(), ISSUER);
        _open(authority, c.certificates, _one(ICertificateSettlement.issue.selector), ISSUER);
        _open(authority, c.certificates, _reserver(), RESERVER);
        _open(authority, c.certificates, _settlerOfCertificates(), SETTLER);
        _open(authority, c.receivables, _one(IReceivables.discharge.selector), SETTLER);
        _open(authority, c.members, _settlerOfMembers(), SETTLER);
        _open(authority, c.claims, _one(IClaims.claimRange.selector), SETTLER);
        _open(authority, c.runs, _one(ISettlementRuns.freeReserved.selector), SETTLER);
        _open(authority, c.settlement, _instructor(), INSTRUCTOR);
        _open(authority, c.factoring, _one(IFactoring.applyRecourse.selector), RECOURSE);
        _open(authority, c.liens, _one(ILiens.payLiens.selector), RECOURSE);
        _open(authority, c.certificates, _pledging(), PLEDGER);
        _open(authority, c.certificates, _one(ICertificateSettlement.payHold.selector), PLEDGER);
        _open(authority, c.certificates, _one(ICertificateSettlement.settlePart.selector), PLEDGER);
        _open(authority, c.liens, _one(ILiens.reserveLien.selector), EARLY_PAYER);
        _open(authority, c.liens, _one(ILiens.settleLien.selector), EARLY_PAYER);
        authority.grantRole(EARLY_PAYER, c.earlyPayments, 0);
        _openGoods(authority, c);
        authority.grantRole(RESERVER, c.liens, 0);
        authority.grantRole(PLEDGER, c.liens, 0);
        authority.grantRole(INSTRUCTOR, c.liens, 0);
        authority.grantRole(ISSUER, c.receivables, 0);
        authority.grantRole(RESERVER, c.factoring, 0);
        authority.grantRole(RESERVER, c.earlyPayments, 0);
        authority.grantRole(SETTLER, c.runs, 0);
        authority.grantRole(SETTLER, c.earlyPayments, 0);
        authority.grantRole(INSTRUCTOR, c.factoring, 0);
        authority.grantRole(INSTRUCTOR, c.earlyPayments, 0);
        authority.grantRole(INSTRUCTOR, c.runs, 0);
        authority.grantRole(RECOURSE, c.runs, 0);
    }

    function _openGoods(AccessManager authority, Contracts memory c) private {
        bytes4[] memory holding = new bytes4[](4);
        holding[0] = IHolds.hold.selector;
        holding[1] = IHolds.makeFirm.selector;
        holding[2] = IHolds.releaseHold.selector;
        holding[3] = IHolds.commitHold.selector;
        _open(authority, c.receipts, holding, PLEDGER);
        _open(authority, c.receipts, _pledging(), PLEDGER);
        bytes4[] memory approving = new bytes4[](2);
        approving[0] = IReceiptDelivery.approvePickUp.selector;
        approving[1] = IReceiptDelivery.approveReplacement.selector;
        _open(authority, c.receipts, approving, PLEDGER);
        bytes4[] memory stock = new bytes4[](3);
        stock[0] = IWarehouses.putUnderReceipt.selector;
        stock[1] = IWarehouses.letOut.selector;
        stock[2] = IWarehouses.takeFromReceipt.selector;
        _open(authority, c.warehouses, stock, RECEIPT_KEEPER);
        _open(authority, c.receipts, _one(IReceiptDelivery.setShort.selector), STOCK_KEEPER);
        authority.grantRole(RECEIPT_KEEPER, c.receipts, 0);
        authority.grantRole(STOCK_KEEPER, c.warehouses, 0);
    }

    function _open(AccessManager authority, address target, bytes4[] memory selectors, uint64 role) private {
        authority.setTargetFunctionRole(target, selectors, role);
    }

    function _one(bytes4 selector) private pure returns (bytes4[] memory selectors) {
        selectors = new bytes4[](1);
        selectors[0] = selector;
    }

    function _issuerOfClaims() private pure returns (bytes4[] memory selectors) {
        selectors = new bytes4[](5);
        selectors[0] = IClaims.reserve.selector;
        selectors[1] = IClaims.commit.selector;
        selectors[2] = IClaims.release.selector;
        selectors[3] = IClaims.satisfy.selector;
        selectors[4] = IClaims.lower.selector;
    }

    function _reserver() private pure returns (bytes4[] memory selectors) {
        selectors = new bytes4[](6);
        selectors[0] = IHolds.hold.selector;
        selectors[1] = IHolds.makeFirm.selector;
        selectors[2] = IHolds.releaseHold.selector;
        selectors[3] = IHolds.commitHold.selector;
        selectors[4] = ICertificateSettlement.deliverWhole.selector;
        selectors[5] = ICertificateSettlement.settleHold.selector;
    }

    function _pledging() private pure returns (bytes4[] memory selectors) {
        selectors = new bytes4[](4);
        selectors[0] = IHolds.keepHold.selector;
        selectors[1] = IHolds.loosenHold.selector;
        selectors[2] = IHolds.releasePart.selector;
        selectors[3] = IHolds.deliverPart.selector;
    }

    function _settlerOfCertificates() private pure returns (bytes4[] memory selectors) {
        selectors = new bytes4[](4);
        selectors[0] = ICertificateSettlement.closeCirculation.selector;
        selectors[1] = ICertificateSettlement.settleBatch.selector;
        selectors[2] = ICertificateSettlement.settleWaiting.selector;
        selectors[3] = ICertificateSettlement.retire.selector;
    }

    function _settlerOfMembers() private pure returns (bytes4[] memory selectors) {
        selectors = new bytes4[](2);
        selectors[0] = IMembers.raiseOverdue.selector;
        selectors[1] = IMembers.clearOverdue.selector;
    }

    function _instructor() private pure returns (bytes4[] memory selectors) {
        selectors = new bytes4[](3);
        selectors[0] = ISettlement.issueInstruction.selector;
        selectors[1] = ISettlement.withdrawInstruction.selector;
        selectors[2] = ISettlement.recordExcess.selector;
    }
}
