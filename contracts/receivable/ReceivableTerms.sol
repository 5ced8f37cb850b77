// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IClaims} from "../interfaces/IClaims.sol";
import {IMemberEvents} from "../interfaces/IMemberEvents.sol";
import {IMembers} from "../interfaces/IMembers.sol";
import {IReceivables} from "../interfaces/IReceivables.sol";
import {IRules} from "../interfaces/IRules.sol";
import {CivilDay} from "../libraries/CivilDay.sol";
import {CurrencyCode} from "../libraries/CurrencyCode.sol";
import {Roles} from "../types/Roles.sol";
import {Suspensions} from "../types/Suspensions.sol";

/// @title ReceivableTerms
/// @notice What the terms of a receivable must keep: at registration what never changes, at confirmation what depends
/// on the day, the rules in force and the standing of the parties.
abstract contract ReceivableTerms is IReceivables {
    using CurrencyCode for bytes3;

    uint256 internal constant MAX_INVOICES = 100;
    uint256 internal constant MAX_FEES = 16;
    uint16 internal constant ALL_OF_IT = 10_000; // basis points
    uint256 internal constant LONGEST_WAIT = 30 days;
    /// @dev An overdue supplier still originates as a creditor: the bit stops it as an obligor.
    uint16 internal constant CREDITOR_STOPS = type(uint16).max & ~Suspensions.OVERDUE;
    uint16 internal constant OBLIGOR_STOPS = type(uint16).max;

    IMembers internal immutable MEMBERS;
    IRules internal immutable RULES;
    /// @dev Seconds that the ledger's civil time is ahead of UTC.
    uint256 private immutable UTC_OFFSET;

    constructor(IMembers members, IRules rules) {
        MEMBERS = members;
        RULES = rules;
        UTC_OFFSET = rules.utcOffset();
    }

    /// @dev The civil day of this block.
    function _today() internal view returns (uint16) {
        return CivilDay.dayOf(block.timestamp, UTC_OFFSET);
    }

    // --- at registration

    function _requireWellFormed(Terms calldata terms) internal view {
        require(terms.obligor != terms.creditor, ReceivablesSameParties(terms.obligor));
        require(terms.amount != 0, ReceivablesZeroAmount());
        require(terms.currency.isWellFormed(), ReceivablesUnknownCurrency(terms.currency));
        require(terms.documentRoot != 0, ReceivablesDocumentRootMissing());
        require(terms.dueDay <= terms.contractDueDay, ReceivablesDueAfterContract(terms.dueDay, terms.contractDueDay));
        require(
            terms.obligorInterestShare <= ALL_OF_IT,
            ReceivablesShareTooLarge(terms.obligorInterestShare, ALL_OF_IT)
        );
        _requireAddsUp(terms.amount, terms.invoices);
        _requireFees(terms);
        // A suspension of the obligor stops its confirmation, not the creditor's paperwork.
        MEMBERS.requireParty(terms.obligor, Roles.OBLIGOR, 0);
        MEMBERS.requireParty(terms.creditor, Roles.SUPPLIER, CREDITOR_STOPS);
    }

    function _requireAddsUp(uint72 amount, IClaims.Use[] calldata invoices) private pure {
        uint256 count = invoices.length;
        require(count <= MAX_INVOICES, ReceivablesTooManyInvoices(count, MAX_INVOICES));
        uint256 used = 0;
        for (uint256 i = 0; i < count; i++) used += invoices[i].amount;
        require(used == amount, ReceivablesAmountsDiffer(amount, used));
    }

    function _requireFees(Terms calldata terms) private pure {
        uint256 count = terms.fees.length;
        require(count <= MAX_FEES, ReceivablesTooManyFees(count, MAX_FEES));
        for (uint256 i = 0; i < count; i++) {
            Fee calldata fee = terms.fees[i];
            bool byCreditor = fee.payer == terms.creditor;
            require(fee.payer == terms.obligor || byCreditor, ReceivablesFeePayer(fee.payer));
            require(fee.kind != FeeKind.Confirmation || !byCreditor, ReceivablesConfirmationFeeOnSupplier(fee.payer));
            require(fee.amount != 0, ReceivablesZeroAmount());
        }
    }

    // --- at confirmation

    /// @dev Answers the version in force and its soft cap, and how many days the tenor has.
    function _requireConfirmable(
        Terms calldata terms
    ) internal view returns (uint16 version, uint256 tenor, uint256 softCap) {
        MEMBERS.requireParty(terms.obligor, Roles.OBLIGOR, OBLIGOR_STOPS);
        MEMBERS.requireParty(terms.creditor, Roles.SUPPLIER, CREDITOR_STOPS);
        uint16 today = _today();
        require(terms.deliveryDay <= today, ReceivablesDeliveryAhead(terms.deliveryDay, today));
        require(terms.dueDay >= today, ReceivablesDuePassed(terms.dueDay, today));
        IRules.Version memory rules;
        (version, rules) = RULES.current();
        tenor = terms.dueDay - today;
        softCap = rules.softTenorDays;
        require(tenor <= rules.hardTenorDays, ReceivablesTenorTooLong(tenor, rules.hardTenorDays));
        // Not before delivery, since delivery <= today <= due day.
        uint256 wait = terms.dueDay - terms.deliveryDay;
        require(
            wait <= rules.smallCreditorDays || terms.longTermReason != 0 || _isLarge(terms.creditor),
            ReceivablesLongTermReasonMissing(wait, rules.smallCreditorDays)
        );
    }

    function _isLarge(uint32 member) private view returns (bool) {
        return MEMBERS.memberOf(member).size == IMemberEvents.Size.Large;
    }

    function _requireAcceptBy(uint32 receivable, uint40 acceptBy) internal view {
        require(acceptBy > block.timestamp, ReceivablesAcceptByPassed(receivable, block.timestamp, acceptBy));
        uint256 latest = block.timestamp + LONGEST_WAIT;
        require(acceptBy <= latest, ReceivablesAcceptByTooFar(receivable, acceptBy, latest));
    }
}
