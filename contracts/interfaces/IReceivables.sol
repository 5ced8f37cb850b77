// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IClaims} from "./IClaims.sol";

/// @title IReceivables
/// @notice Receivables: registered by creditor or obligor, confirmed by the obligor, accepted by the creditor.
interface IReceivables {
    enum State {
        None,
        Registered,
        Confirmed,
        Accepted,
        Discharged,
        Rejected,
        Voided,
        Expired
    }

    enum FeeKind {
        Confirmation,
        Platform,
        Financing
    }

    /// @notice A fee that the parties agreed on outside the ledger, typed by who pays it.
    struct Fee {
        FeeKind kind;
        uint32 payer;
        uint72 amount;
    }

    /// @notice Every term of a receivable. Its EIP-712 struct hash is what the parties sign and names it once for ever.
    /// @param unit ISO 4217 code in ASCII.
    /// @param deliveryDay Civil day of delivery (or of acceptance inspection where that is a condition).
    /// @param contractDueDay Day on which the trade contract makes it due.
    /// @param dueDay Day on which the obligor promises to pay; never moves.
    /// @param documentRoot Digest or Merkle root of the trade documents.
    /// @param defenceWaiver Whether the obligor waives its defences against assignees (Civil Code 548).
    /// @param noticeByLedger Whether the obligor accepts the ledger's events as notice of assignment (Civil Code 546).
    /// @param longTermReason Digest of the reason why a small creditor waits longer than the rules allow; zero if it does not.
    /// @param obligorInterestShare Share in basis points of a financier's quoted interest that the obligor bears at most.
    /// @param epoch Key epoch of the invoices' tags.
    /// @param invoices Tag, face and amount used of each invoice; the amounts used add up to `amount`.
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
        Fee[] fees;
        bytes32 salt;
    }

    /// @notice What the ledger stores of a receivable.
    struct Receivable {
        uint32 obligor;
        uint32 creditor;
        uint72 amount;
        bytes3 currency;
        uint16 deliveryDay;
        uint16 contractDueDay;
        uint16 dueDay;
        State state;
        bool defenceWaiver;
        bool noticeByLedger;
        uint16 obligorInterestShare;
        uint16 rules;
        uint40 acceptBy;
        uint40 confirmedAt;
        bytes32 termsDigest;
    }

    /// @notice A party's signature beside the account that made it.
    struct Signature {
        address account;
        uint256 deadline;
        uint32 epoch;
        bytes signature;
    }

    event ReceivableRegistered(uint32 indexed receivable, uint32 indexed obligor, uint32 indexed creditor, Terms terms, bytes32 termsDigest, uint32 by, bytes32 ref);
    event ReceivableConfirmed(uint32 indexed receivable, uint16 rules, uint40 acceptBy, address by, bytes32 ref);
    event ReceivableAccepted(uint32 indexed receivable, uint256 indexed certificate, address by, bytes32 ref);
    event ReceivableRejected(uint32 indexed receivable, bytes32 reasonDigest, address by, bytes32 ref);
    event ReceivableVoided(uint32 indexed receivable, address by, bytes32 ref);
    event ReceivableExpired(uint32 indexed receivable, bytes32 ref);
    /// @notice Open value fell, because it was settled or retired.
    event ReceivableReduced(uint32 indexed receivable, uint256 amount, bytes32 ref);
    /// @notice No live value is left; its claims are satisfied.
    event ReceivableDischarged(uint32 indexed receivable, bytes32 ref);
    /// @notice The tenor is longer than the rules' soft cap.
    event TenorWarning(uint32 indexed receivable, uint256 days_, uint256 softCap, bytes32 ref);
    event LimitSet(uint32 indexed obligor, bytes3 indexed currency, uint72 limit, bytes32 ref);

    error ReceivablesUnknown(uint32 receivable);
    error ReceivablesWrongState(uint32 receivable, State actual, State needed);
    error ReceivablesTermsRegistered(bytes32 termsDigest, uint32 receivable);
    error ReceivablesTermsDiffer(uint32 receivable, bytes32 actual, bytes32 needed);
    error ReceivablesNotParty(uint32 receivable, uint32 member);
    error ReceivablesSameParties(uint32 member);
    error ReceivablesZeroAmount();
    error ReceivablesUnknownCurrency(bytes3 currency);
    error ReceivablesAmountsDiffer(uint256 amount, uint256 used);
    error ReceivablesDeliveryAhead(uint16 deliveryDay, uint16 today);
    error ReceivablesDuePassed(uint16 dueDay, uint16 today);
    error ReceivablesDueAfterContract(uint16 dueDay, uint16 contractDueDay);
    error ReceivablesTenorTooLong(uint256 days_, uint256 hardCap);
    error ReceivablesLongTermReasonMissing(uint256 daysAfterDelivery, uint256 allowed);
    error ReceivablesConfirmationFeeOnSupplier(uint32 payer);
    error ReceivablesFeePayer(uint32 payer);
    error ReceivablesTooManyFees(uint256 count, uint256 limit);
    error ReceivablesShareTooLarge(uint16 share, uint16 most);
    error ReceivablesLimitExceeded(uint32 obligor, bytes3 currency, uint256 limit, uint256 inUse, uint256 asked);
    error ReceivablesLimitAboveCeiling(uint32 obligor, bytes3 currency, uint256 asked, uint256 ceiling);
    error ReceivablesAcceptByPassed(uint32 receivable, uint256 now_, uint256 acceptBy);
    error ReceivablesAcceptByNotPassed(uint32 receivable, uint256 now_, uint256 acceptBy);
    error ReceivablesDocumentRootMissing();
    error ReceivablesStillLive(uint32 receivable, uint256 live);

    /// @notice Registers terms; consumes nothing. By an account of the creditor or the obligor.
    function register(Terms calldata terms, bytes32 ref) external returns (uint32 receivable);
    /// @notice Confirms by an account of the obligor: limit, tenor and claims are checked and reserved.
    function confirm(uint32 receivable, Terms calldata terms, uint40 acceptBy, bytes32 ref) external;
    /// @notice The same with the obligor's EIP-712 signature over the terms digest and `acceptBy`, sent by anyone.
    function confirmWithSignature(uint32 receivable, Terms calldata terms, uint40 acceptBy, Signature calldata obligor, bytes32 ref) external;
    /// @notice Accepts by an account of the creditor: claims go live, the root certificate exists.
    function accept(uint32 receivable, bytes32 ref) external returns (uint256 certificate);
    function acceptWithSignature(uint32 receivable, Signature calldata creditor, bytes32 ref) external returns (uint256 certificate);
    /// @notice Registers, confirms and accepts in one transaction with both parties' signatures.
    function issueWithSignatures(Terms calldata terms, uint40 acceptBy, Signature calldata obligor, Signature calldata creditor, bytes32 ref) external returns (uint32 receivable, uint256 certificate);
    /// @notice By either party before confirmation.
    function void(uint32 receivable, bytes32 ref) external;
    /// @notice By the creditor after confirmation.
    function reject(uint32 receivable, bytes32 reasonDigest, bytes32 ref) external;
    /// @notice By anyone after the accept-by time.
    function expire(uint32 receivable, bytes32 ref) external;
    /// @notice The obligor's own limit per currency, under the operator's ceiling.
    function setLimit(bytes3 currency, uint72 limit, bytes32 ref) external;
    /// @notice Lowers the open amount after value was settled or retired, and satisfies the claims when no live value is left.
    /// Only for ledger contracts.
    function discharge(uint32 receivable, uint72 amount, bytes32 ref) external;

    function receivableCount() external view returns (uint32);
    function receivableOf(uint32 receivable) external view returns (Receivable memory);
    function receivableOfTerms(bytes32 termsDigest) external view returns (uint32);
    /// @notice EIP-712 struct hash of the terms.
    function termsDigest(Terms calldata terms) external pure returns (bytes32);
    function limitOf(uint32 obligor, bytes3 currency) external view returns (uint72 limit, uint72 inUse);
}
