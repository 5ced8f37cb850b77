// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Authority} from "../../../contracts/access/Authority.sol";
import {Members} from "../../../contracts/access/Members.sol";
import {Rules} from "../../../contracts/access/Rules.sol";
import {Claims} from "../../../contracts/claim/Claims.sol";
import {Factoring} from "../../../contracts/finance/Factoring.sol";
import {Liens} from "../../../contracts/finance/Liens.sol";
import {ICreditCertificates} from "../../../contracts/interfaces/ICreditCertificates.sol";
import {IMemberEvents} from "../../../contracts/interfaces/IMemberEvents.sol";
import {IRules} from "../../../contracts/interfaces/IRules.sol";
import {IWarehouseReceipts} from "../../../contracts/interfaces/IWarehouseReceipts.sol";
import {CertificateMetadata} from "../../../contracts/receivable/CertificateMetadata.sol";
import {CertificateSettlement} from "../../../contracts/receivable/CertificateSettlement.sol";
import {CreditCertificates} from "../../../contracts/receivable/CreditCertificates.sol";
import {Receivables} from "../../../contracts/receivable/Receivables.sol";
import {EarlyPayments} from "../../../contracts/settlement/EarlyPayments.sol";
import {Settlement} from "../../../contracts/settlement/Settlement.sol";
import {SettlementRuns} from "../../../contracts/settlement/SettlementRuns.sol";
import {Roles} from "../../../contracts/types/Roles.sol";
import {ReceiptDelivery} from "../../../contracts/warehouse/ReceiptDelivery.sol";
import {ReceiptMetadata} from "../../../contracts/warehouse/ReceiptMetadata.sol";
import {WarehouseReceipts} from "../../../contracts/warehouse/WarehouseReceipts.sol";
import {Warehouses} from "../../../contracts/warehouse/Warehouses.sol";
import {LedgerGrants} from "./LedgerGrants.sol";
import {Test} from "./Test.sol";

/// @title LedgerSetup
/// @notice A whole ledger for Solidity tests, wired and granted as the deployment does it, with members to act in it.
abstract contract LedgerSetup is Test {
    /// @dev Monday 2026-01-05, 10:00 at the ledger's offset.
    uint256 internal constant START = 1_767_578_400;
    uint32 internal constant UTC_OFFSET = 8 hours;

    uint32 internal constant OPERATOR = 1;
    uint32 internal constant OBLIGOR_A = 2;
    uint32 internal constant OBLIGOR_B = 3;
    uint32 internal constant SUPPLIER_A = 4;
    uint32 internal constant SUPPLIER_B = 5;
    uint32 internal constant SUPPLIER_C = 6;
    uint32 internal constant FINANCIER_A = 7;
    uint32 internal constant FINANCIER_B = 8;
    uint32 internal constant BANK = 9;
    uint32 internal constant LEGAL = 10;

    /// @dev Numbers of the contracts that others name before they exist: a test contract's n-th creation has nonce n.
    uint8 private constant CERTIFICATES_NONCE = 7;
    uint8 private constant RECEIVABLES_NONCE = 8;
    uint8 private constant RUNS_NONCE = 10;
    uint8 private constant EARLY_PAYMENTS_NONCE = 11;
    uint8 private constant FACTORING_NONCE = 12;
    uint8 private constant WAREHOUSES_NONCE = 13;
    uint8 private constant RECEIPTS_NONCE = 16;
    uint8 private constant LIENS_NONCE = 17;

    Authority internal authority;
    Members internal members;
    Rules internal rules;
    Claims internal claims;
    ICreditCertificates internal certificates;
    Receivables internal receivables;
    Settlement internal settlement;
    SettlementRuns internal runs;
    EarlyPayments internal earlyPayments;
    Factoring internal factoring;
    Warehouses internal warehouses;
    IWarehouseReceipts internal receipts;
    Liens internal liens;

    /// @dev Call it in `setUp` before anything else is created.
    function deployLedger() internal {
        vm.warp(START);
        authority = new Authority(address(this));
        members = new Members(address(authority), _admission(OPERATOR, Roles.OPERATOR));
        rules = new Rules(address(authority), members, UTC_OFFSET, firstRules());
        _deployReceivables();
        _deployPayments();
        _deployPledges();
        LedgerGrants.grantAll(
            authority,
            LedgerGrants.Contracts({
                members: address(members),
                claims: address(claims),
                certificates: address(certificates),
                receivables: address(receivables),
                settlement: address(settlement),
                runs: address(runs),
                earlyPayments: address(earlyPayments),
                factoring: address(factoring),
                warehouses: address(warehouses),
                receipts: address(receipts),
                liens: address(liens)
            })
        );
        _admitAll();
    }

    /// @dev The parameters of a first deployment.
    function firstRules() internal pure virtual returns (IRules.Version memory) {
        return
            IRules.Version({
                softTenorDays: 183,
                hardTenorDays: 365,
                smallCreditorDays: 60,
                graceDays: 5,
                lateBasisPointsPerDay: 5,
                maxTier: 10,
                warnTier: 6,
                maxSplits: 10_000,
                warnSplits: 1_000,
                minLot: 1
            });
    }

    /// @dev The private key of a member's only account, so that tests can sign for it.
    function keyOf(uint32 member) internal pure returns (uint256) {
        return uint256(keccak256(abi.encode("member", member)));
    }

    /// @dev The only account of a member.
    function accountOf(uint32 member) internal pure returns (address) {
        return vm.addr(keyOf(member));
    }

    function _deployReceivables() private {
        address expected = _created(CERTIFICATES_NONCE);
        certificates = ICreditCertificates(expected);
        claims = new Claims(address(authority), 0);
        CertificateMetadata metadata = new CertificateMetadata(certificates, Receivables(_created(RECEIVABLES_NONCE)));
        CertificateSettlement part = new CertificateSettlement(address(authority), members, UTC_OFFSET);
        CreditCertificates made = new CreditCertificates(
            address(authority),
            members,
            UTC_OFFSET,
            metadata,
            address(part)
        );
        assertEq(address(made), expected, "certificates are where they were predicted");
        receivables = new Receivables(address(authority), members, rules, claims, certificates);
        assertEq(address(receivables), _created(RECEIVABLES_NONCE), "receivables are where they were predicted");
    }

    function _deployPayments() private {
        settlement = new Settlement(address(authority), members, rules);
        runs = new SettlementRuns(
            address(authority),
            members,
            rules,
            receivables,
            certificates,
            settlement,
            Factoring(_created(FACTORING_NONCE)),
            EarlyPayments(_created(EARLY_PAYMENTS_NONCE)),
            Liens(_created(LIENS_NONCE))
        );
        assertEq(address(runs), _created(RUNS_NONCE), "runs are where they were predicted");
        earlyPayments = new EarlyPayments(
            members,
            rules,
            receivables,
            certificates,
            claims,
            settlement,
            runs,
            Liens(_created(LIENS_NONCE))
        );
        factoring = new Factoring(address(authority), members, rules, receivables, certificates, settlement, runs);
        assertEq(address(earlyPayments), _created(EARLY_PAYMENTS_NONCE), "early payments are as predicted");
        assertEq(address(factoring), _created(FACTORING_NONCE), "factoring is as predicted");
    }

    function _deployPledges() private {
        receipts = IWarehouseReceipts(_created(RECEIPTS_NONCE));
        warehouses = new Warehouses(address(authority), members, receipts, UTC_OFFSET);
        assertEq(address(warehouses), _created(WAREHOUSES_NONCE), "warehouses are where they were predicted");
        ReceiptDelivery part = new ReceiptDelivery(
            address(authority),
            members,
            UTC_OFFSET,
            warehouses,
            Liens(_created(LIENS_NONCE))
        );
        ReceiptMetadata metadata = new ReceiptMetadata(receipts, warehouses);
        new WarehouseReceipts(address(authority), members, UTC_OFFSET, metadata, address(part));
        liens = new Liens(
            address(authority),
            members,
            receivables,
            certificates,
            receipts,
            warehouses,
            settlement,
            UTC_OFFSET
        );
        assertEq(address(liens), _created(LIENS_NONCE), "liens are where they were predicted");
    }

    function _admitAll() private {
        uint16[9] memory its = [
            Roles.OBLIGOR,
            Roles.OBLIGOR,
            Roles.SUPPLIER,
            Roles.SUPPLIER,
            Roles.SUPPLIER,
            Roles.FINANCIER,
            Roles.FINANCIER,
            Roles.SETTLEMENT_BANK,
            Roles.LEGAL
        ];
        for (uint32 i = 0; i < its.length; i++) {
            vm.prank(accountOf(OPERATOR));
            members.admit(_admission(OBLIGOR_A + i, its[i]), 0);
        }
    }

    function _admission(uint32 member, uint16 its) private pure returns (IMemberEvents.Admission memory) {
        bool licensed = its & (Roles.FINANCIER | Roles.SETTLEMENT_BANK) != 0;
        return
            IMemberEvents.Admission({
                identityDigest: keccak256(abi.encode("identity", member)),
                roles: its,
                size: its == Roles.SUPPLIER ? IMemberEvents.Size.Small : IMemberEvents.Size.Large,
                guardian: 0,
                account: accountOf(member),
                settlementAccountDigest: keccak256(abi.encode("settlement account", member)),
                licenceDigest: licensed ? keccak256(abi.encode("licence", member)) : bytes32(0)
            });
    }

    /// @dev Where this contract's creation with a nonce below 128 goes: keccak256 of the RLP of creator and nonce.
    function _created(uint8 nonce) private view returns (address) {
        return address(uint160(uint256(keccak256(abi.encodePacked(hex"d694", address(this), nonce)))));
    }
}
