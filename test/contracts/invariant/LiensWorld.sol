// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IClaims} from "../../../contracts/interfaces/IClaims.sol";
import {ICreditCertificates} from "../../../contracts/interfaces/ICreditCertificates.sol";
import {ILienTypes} from "../../../contracts/interfaces/ILienTypes.sol";
import {ILiens} from "../../../contracts/interfaces/ILiens.sol";
import {IReceivables} from "../../../contracts/interfaces/IReceivables.sol";
import {IReceivableTerms} from "../../../contracts/interfaces/IReceivableTerms.sol";
import {ISettlement} from "../../../contracts/interfaces/ISettlement.sol";
import {ISettlementRuns} from "../../../contracts/interfaces/ISettlementRuns.sol";
import {ISplitToken} from "../../../contracts/interfaces/ISplitToken.sol";
import {PositionLib} from "../../../contracts/types/Position.sol";
import {Test} from "../helpers/Test.sol";

/// @title LiensWorld
/// @notice What the steps around liens share: the contracts, who acts, and how to find what a step needs.
abstract contract LiensWorld is Test {
    struct Ledger {
        IReceivables receivables;
        ICreditCertificates certificates;
        ISettlement settlement;
        ISettlementRuns runs;
        ILiens liens;
    }

    struct Cast {
        uint32 obligor;
        uint32 bank;
        uint32 legal;
        address secondLegal;
        uint32[2] suppliers;
        uint32[2] financiers;
    }

    uint72 private constant AMOUNT = 1_000_000;
    Ledger internal ledger;
    Cast internal cast;
    uint256 internal counter;

    /// @notice Receivables that were issued, and liens that were proposed; the last ones are in use.
    uint32[] public slots;
    uint256[] public ids;
    /// @notice Amount that a lien began with, and what it lost by release, enforcement and payment.
    mapping(uint256 lien => uint256) public began;
    mapping(uint256 lien => uint256) public lost;
    /// @notice How often each step acted.
    mapping(bytes4 step => uint256) public acted;

    function _attest(uint256 instruction, ISettlement.Outcome outcome, uint72 amount) internal {
        ISettlement.Instruction memory i = ledger.settlement.instructionOf(instruction);
        ISettlement.Attestation memory a;
        (a.instruction, a.outcome, a.bank, a.amount) = (instruction, outcome, i.bank, amount);
        (a.payerAccount, a.payeeAccount, a.currency) = (i.payerAccount, i.payeeAccount, i.currency);
        (a.bankReference, a.valueDay, a.receiptDigest) = (bytes32(++counter), _today(), "receipt");
        vm.prank(_account(i.bank));
        ledger.settlement.attest(a, 0);
    }

    /// @dev A position of a supplier with free value that circulates; of a new receivable where there is none.
    function _free(uint256 seed) internal returns (uint256 id, ISplitToken.Link memory p) {
        if (slots.length != 0) {
            uint32 slot = slots[slots.length - 1];
            ISplitToken.Slot memory s = ledger.certificates.slotInfo(slot);
            for (uint256 n = 0; !s.closed && _today() <= s.dueDay && n < s.serials; n++) {
                id = (uint256(slot) << 32) | (1 + (((seed >> 32) + n) % s.serials));
                p = _link(id);
                bool usable = p.flags & (PositionLib.FROZEN | PositionLib.FINANCED) == 0 && p.tier < 9;
                if (usable && p.value > p.held) return (id, p);
            }
        }
        id = _issue();
        p = _link(id);
    }

    function _issue() private returns (uint256 id) {
        IReceivableTerms.Terms memory terms;
        (terms.obligor, terms.creditor, terms.amount) = (cast.obligor, cast.suppliers[0], AMOUNT);
        terms.currency = "CNY";
        terms.deliveryDay = _today();
        terms.dueDay = terms.contractDueDay = terms.deliveryDay + 10;
        terms.documentRoot = "documents";
        terms.salt = bytes32(++counter);
        terms.invoices = new IClaims.Use[](1);
        terms.invoices[0] = IClaims.Use(keccak256(abi.encode(counter)), AMOUNT, AMOUNT);
        (terms.noticeByLedger, terms.defenceWaiver) = (true, true);
        vm.prank(_account(terms.creditor));
        uint32 receivable = ledger.receivables.register(terms, 0);
        vm.prank(_account(terms.obligor));
        ledger.receivables.confirm(receivable, terms, uint40(block.timestamp + 1), 0);
        vm.prank(_account(terms.creditor));
        id = ledger.receivables.accept(receivable, 0);
        slots.push(receivable);
    }

    /// @dev A lien in a state, the newest first of those that the seed doesn't skip; 0 for none.
    function _lien(uint256 seed, ILienTypes.State state) internal view returns (uint256) {
        for (uint256 n = 0; n < ids.length; n++) {
            uint256 lien = ids[ids.length - 1 - (((seed % 8) + n) % ids.length)];
            if (ledger.liens.lienOf(lien).state == state) return lien;
        }
        return 0;
    }

    /// @dev A position with a flag.
    function _marked(uint256 seed, uint8 flag) internal view returns (bool, uint256 id) {
        for (uint256 i = 0; i < slots.length; i++) {
            uint32 slot = slots[((seed % slots.length) + i) % slots.length];
            uint32 serials = ledger.certificates.slotInfo(slot).serials;
            for (uint32 serial = 1; serial <= serials; serial++) {
                id = (uint256(slot) << 32) | serial;
                if (_link(id).flags & flag != 0) return (true, id);
            }
        }
        return (false, 0);
    }

    function _setFrozen(uint256 id, bool freeze_) internal {
        bytes32 document = bytes32(++counter);
        vm.prank(_account(cast.legal));
        ledger.certificates.proposeFreeze(id, freeze_, document, 0);
        vm.prank(cast.secondLegal);
        ledger.certificates.confirmFreeze(id, freeze_, document, 0);
    }

    function _link(uint256 id) internal view returns (ISplitToken.Link memory p) {
        (p, ) = ledger.certificates.positionOf(id);
    }

    function _today() internal view returns (uint16) {
        return uint16((block.timestamp + 8 hours) / 1 days);
    }

    function _key(uint32 member) internal pure returns (uint256) {
        return uint256(keccak256(abi.encode("member", member)));
    }

    function _account(uint32 member) internal pure returns (address) {
        return vm.addr(_key(member));
    }
}
