// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IClaims} from "../../../contracts/interfaces/IClaims.sol";
import {IReceivableTerms} from "../../../contracts/interfaces/IReceivableTerms.sol";
import {ISplitToken} from "../../../contracts/interfaces/ISplitToken.sol";
import {LedgerSetup} from "../helpers/LedgerSetup.sol";

/// @title LedgerGas
/// @notice One everyday verb a test, so that `.gas-snapshot` shows which change made which verb dearer. The bench
/// compares with peers and with the bars; these numbers hold the price of the test's own call, too.
contract LedgerGas is LedgerSetup {
    uint72 private constant AMOUNT = 1_000_000_00;
    bytes3 private constant CURRENCY = "CNY";

    uint256 private certificate;
    uint256 private offerId;
    uint32 private registered;
    uint32 private confirmed;

    function setUp() external {
        deployLedger();
        vm.prank(accountOf(OPERATOR));
        rules.setCeiling(OBLIGOR_A, CURRENCY, 100 * AMOUNT, 0);
        vm.prank(accountOf(OBLIGOR_A));
        receivables.setLimit(CURRENCY, 100 * AMOUNT, 0);
        registered = _register(1);
        confirmed = _register(2);
        _confirm(confirmed, 2);
        uint32 accepted = _register(3);
        _confirm(accepted, 3);
        vm.prank(accountOf(SUPPLIER_A));
        certificate = receivables.accept(accepted, 0);
        vm.prank(accountOf(SUPPLIER_B));
        certificates.setStandingAcceptance(SUPPLIER_A, type(uint40).max, keccak256("framework contract"), 0);
        // A recipient that holds others already: the common case of a running ledger.
        _transfer(1);
        vm.prank(accountOf(SUPPLIER_A));
        offerId = certificates.offer(certificate, SUPPLIER_B, 1, uint40(START + 1 days), keccak256("trade"), 0);
    }

    function testRegister() external {
        _register(4);
    }

    function testConfirm() external {
        _confirm(registered, 1);
    }

    function testAccept() external {
        vm.prank(accountOf(SUPPLIER_A));
        receivables.accept(confirmed, 0);
    }

    function testSplitAndTransfer() external {
        _transfer(1_000);
    }

    function testSplitAndTransferBatchOf20() external {
        ISplitToken.Pass[] memory passes = new ISplitToken.Pass[](20);
        for (uint256 i = 0; i < passes.length; i++) {
            passes[i] = ISplitToken.Pass(SUPPLIER_B, 1_000, keccak256("trade"));
        }
        vm.prank(accountOf(SUPPLIER_A));
        certificates.transferBatch(certificate, passes, 0);
    }

    function testSplitToSelf() external {
        vm.prank(accountOf(SUPPLIER_A));
        certificates.split(certificate, 1_000, 0);
    }

    function testOffer() external {
        vm.prank(accountOf(SUPPLIER_A));
        certificates.offer(certificate, SUPPLIER_B, 1_000, uint40(START + 1 days), keccak256("trade"), 0);
    }

    function testAcceptOffer() external {
        vm.prank(accountOf(SUPPLIER_B));
        certificates.acceptOffer(offerId, 0);
    }

    function _transfer(uint72 value) private {
        vm.prank(accountOf(SUPPLIER_A));
        certificates.transfer(certificate, SUPPLIER_B, value, keccak256("trade"), 0);
    }

    function _register(uint256 number) private returns (uint32) {
        vm.prank(accountOf(SUPPLIER_A));
        return receivables.register(_terms(number), 0);
    }

    function _confirm(uint32 receivable, uint256 number) private {
        vm.prank(accountOf(OBLIGOR_A));
        receivables.confirm(receivable, _terms(number), uint40(START + 1 days), 0);
    }

    function _terms(uint256 number) private pure returns (IReceivableTerms.Terms memory terms) {
        terms.obligor = OBLIGOR_A;
        terms.creditor = SUPPLIER_A;
        terms.amount = AMOUNT;
        terms.currency = CURRENCY;
        terms.deliveryDay = uint16((START + UTC_OFFSET) / 1 days);
        terms.dueDay = terms.contractDueDay = terms.deliveryDay + 30;
        terms.documentRoot = keccak256("documents");
        terms.salt = bytes32(number);
        terms.invoices = new IClaims.Use[](1);
        terms.invoices[0] = IClaims.Use(keccak256(abi.encode("invoice", number)), AMOUNT, AMOUNT);
        terms.noticeByLedger = true;
        terms.defenceWaiver = true;
    }
}
