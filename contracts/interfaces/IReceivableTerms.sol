// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IClaims} from "./IClaims.sol";

/// @title IReceivableTerms
/// @notice The part of `IReceivables` about terms: what they are, and why they, their days or a limit are refused.
interface IReceivableTerms {
    /// @notice What a fee is for.
    enum FeeKind {
        Confirmation,
        Platform,
        Financing
    }

    /// @notice A fee that the parties agreed on outside the ledger, typed by who pays it.
    /// @param kind What it is for.
    /// @param payer Member that pays it: the obligor or the creditor.
    /// @param amount Minor units of the receivable's currency.
    struct Fee {
        FeeKind kind;
        uint32 payer;
        uint72 amount;
    }

    /// @notice Every term of a receivable. Its EIP-712 struct hash is what the parties sign and names it once for ever.
    /// @param obligor Member that owes.
    /// @param creditor Member that is owed.
    /// @param amount What is owed.
    /// @param currency ISO 4217 code in ASCII.
    /// @param deliveryDay Civil day of delivery (or of acceptance inspection where that is a condition).
    /// @param contractDueDay Day on which the trade contract makes it due.
    /// @param dueDay Day on which the obligor promises to pay; never moves (I10).
    /// @param documentRoot Digest or Merkle root of the trade documents.
    /// @param defenceWaiver Whether the obligor waives its defences against assignees (Civil Code art. 548).
    /// @param noticeByLedger Whether the obligor accepts the ledger's events as notice of assignment (Civil Code art.
    /// 546).
    /// @param longTermReason Digest of the reason why a small creditor waits longer than the rules allow; zero if it
    /// does not.
    /// @param obligorInterestShare Share in basis points of a financier's quoted interest that the obligor bears at
    /// most.
    /// @param epoch Key epoch of the invoices' tags.
    /// @param invoices Tag, face and amount used of each invoice; the amounts used add up to `amount`.
    /// @param earlier Tags of the same invoices under every earlier epoch that still has unreleased claims, ascending.
    /// @param fees Fees that the parties agreed on.
    /// @param salt Chosen by the registrar, so that equal terms can be registered again after a rejection.
    struct Terms {
        uint32 obligor;
        uint32 creditor;
        uint72 amount;
        bytes3 currency;
        uint16 deliveryDay;
        uint16 contractDueDay;
        uint16 dueDay;
        bytes32 documentRoot;
        bool defenceWaiver;
        bool noticeByLedger;
        bytes32 longTermReason;
        uint16 obligorInterestShare;
        uint32 epoch;
        IClaims.Use[] invoices;
        IClaims.EarlierTags[] earlier;
        Fee[] fees;
        bytes32 salt;
    }

    /// @notice Obligor and creditor are the same.
    /// @param member The member.
    error ReceivablesSameParties(uint32 member);
    /// @notice A receivable or a fee of nothing.
    error ReceivablesZeroAmount();
    /// @notice Not three letters A to Z.
    /// @param currency The code.
    error ReceivablesUnknownCurrency(bytes3 currency);
    /// @notice The amounts used of the invoices don't add up to the amount.
    /// @param amount The receivable's amount.
    /// @param used Their sum.
    error ReceivablesAmountsDiffer(uint256 amount, uint256 used);
    /// @notice More invoices than one receivable may use.
    /// @param count Invoices listed.
    /// @param limit The most.
    error ReceivablesTooManyInvoices(uint256 count, uint256 limit);
    /// @notice Nothing was delivered yet: a prepayment (notice 2025/77 art. 10).
    /// @param deliveryDay Day of delivery.
    /// @param today Day of the confirmation.
    error ReceivablesDeliveryAhead(uint16 deliveryDay, uint16 today);
    /// @notice The due day is over.
    /// @param dueDay The due day.
    /// @param today The civil day.
    error ReceivablesDuePassed(uint16 dueDay, uint16 today);
    /// @notice The certificate would stretch the contract's term (Regulation on Payments to SMEs art. 11).
    /// @param dueDay The due day.
    /// @param contractDueDay The contract's.
    error ReceivablesDueAfterContract(uint16 dueDay, uint16 contractDueDay);
    /// @notice The tenor is longer than the hard cap (notice 2025/77 art. 11: 1 year).
    /// @param days_ Days from the confirmation to the due day.
    /// @param hardCap The hard cap in days.
    error ReceivablesTenorTooLong(uint256 days_, uint256 hardCap);
    /// @notice A small creditor would wait too long after delivery, and no reason is given (Regulation on Payments to
    /// SMEs art. 9: 60 days).
    /// @param daysAfterDelivery Days from delivery to the due day.
    /// @param allowed Days that need no reason.
    error ReceivablesLongTermReasonMissing(uint256 daysAfterDelivery, uint256 allowed);
    /// @notice A supplier would pay for the confirmation (notice 2025/77: a core enterprise charges nothing for it).
    /// @param payer The supplier.
    error ReceivablesConfirmationFeeOnSupplier(uint32 payer);
    /// @notice The payer of a fee is neither obligor nor creditor.
    /// @param payer The member.
    error ReceivablesFeePayer(uint32 payer);
    /// @notice More fees than one receivable may list.
    /// @param count Fees listed.
    /// @param limit The most.
    error ReceivablesTooManyFees(uint256 count, uint256 limit);
    /// @notice The obligor's share of interest is more than all of it.
    /// @param share Basis points stated.
    /// @param most Basis points possible.
    error ReceivablesShareTooLarge(uint16 share, uint16 most);
    /// @notice The confirmation exceeds the obligor's limit (I4).
    /// @param obligor Whose.
    /// @param currency ISO 4217 code in ASCII.
    /// @param limit The limit in force.
    /// @param inUse Open confirmed amounts.
    /// @param asked The amount to confirm.
    error ReceivablesLimitExceeded(uint32 obligor, bytes3 currency, uint256 limit, uint256 inUse, uint256 asked);
    /// @notice The limit is above what the operator allows.
    /// @param obligor Whose.
    /// @param currency ISO 4217 code in ASCII.
    /// @param asked The limit asked for.
    /// @param ceiling The operator's ceiling.
    error ReceivablesLimitAboveCeiling(uint32 obligor, bytes3 currency, uint256 asked, uint256 ceiling);
    /// @notice The time to accept is over.
    /// @param receivable Which.
    /// @param now_ Block time.
    /// @param acceptBy The time.
    error ReceivablesAcceptByPassed(uint32 receivable, uint256 now_, uint256 acceptBy);
    /// @notice The time to accept is not over.
    /// @param receivable Which.
    /// @param now_ Block time.
    /// @param acceptBy The time.
    error ReceivablesAcceptByNotPassed(uint32 receivable, uint256 now_, uint256 acceptBy);
    /// @notice The time to accept would tie up limit and invoices for too long.
    /// @param receivable Which.
    /// @param acceptBy The time stated.
    /// @param latest The latest possible (30 days ahead).
    error ReceivablesAcceptByTooFar(uint32 receivable, uint256 acceptBy, uint256 latest);
    /// @notice No trade documents are named (notice 2025/77 art. 10: real trade background).
    error ReceivablesDocumentRootMissing();
}
