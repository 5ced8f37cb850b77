// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IReceivableEvents} from "./IReceivableEvents.sol";

/// @title IReceivables
/// @notice Receivables: registered by creditor or obligor, confirmed by the obligor, accepted by the creditor.
/// @dev Amounts are minor units, days civil days since 1970-01-01 at the ledger's offset, times block seconds. Errors
/// of `IMembers` come through whenever an account, a role, a suspension or a signature is refused, those of `IClaims`
/// when an invoice is used up.
interface IReceivables is IReceivableEvents {
    /// @notice Registered -> Confirmed -> Accepted -> Discharged. Registered -> Voided; Confirmed -> Rejected or
    /// Expired.
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

    /// @notice What the ledger stores of a receivable; the rest of its terms is in `ReceivableRegistered`.
    /// @param obligor Member that owes.
    /// @param creditor Member that was owed at registration.
    /// @param amount What was registered.
    /// @param currency ISO 4217 code in ASCII.
    /// @param deliveryDay Civil day of delivery.
    /// @param contractDueDay Day on which the trade contract makes it due.
    /// @param dueDay Day on which the obligor promises to pay.
    /// @param state Where it is in its life.
    /// @param defenceWaiver Whether the obligor waives its defences against assignees.
    /// @param noticeByLedger Whether the ledger's events are notice of assignment.
    /// @param obligorInterestShare Most of a financier's quoted interest that the obligor bears, in basis points.
    /// @param rules Version of the rules at confirmation; 0 before.
    /// @param acceptBy Block time until which the creditor may accept; 0 before confirmation.
    /// @param confirmedAt Block time of the confirmation; 0 before.
    /// @param openAmount What counts against the obligor's limit: confirmed, and neither settled, retired nor given up.
    /// @param termsDigest EIP-712 struct hash of the terms.
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
        uint72 openAmount;
        bytes32 termsDigest;
    }

    /// @notice A party's signature beside the account that made it.
    /// @param account Active account of the party.
    /// @param deadline Block time in seconds after which it no longer holds; signed.
    /// @param epoch The member's epoch; signed.
    /// @param signature Bytes for ECDSA or ERC-1271; may be empty when `account` sends the transaction itself.
    struct Signature {
        address account;
        uint256 deadline;
        uint32 epoch;
        bytes signature;
    }

    /// @notice No receivable has that id.
    /// @param receivable The id.
    error ReceivablesUnknown(uint32 receivable);
    /// @notice It is not in the state that the verb needs.
    /// @param receivable Which.
    /// @param actual Its state.
    /// @param needed The state needed.
    error ReceivablesWrongState(uint32 receivable, State actual, State needed);
    /// @notice Equal terms were registered before; another salt makes them different.
    /// @param termsDigest EIP-712 struct hash of the terms.
    /// @param receivable Whose terms they are.
    error ReceivablesTermsRegistered(bytes32 termsDigest, uint32 receivable);
    /// @notice The terms presented are not those registered.
    /// @param receivable Which.
    /// @param actual Digest of the terms presented.
    /// @param needed Digest of the terms registered.
    error ReceivablesTermsDiffer(uint32 receivable, bytes32 actual, bytes32 needed);
    /// @notice The member is not the party that the verb belongs to.
    /// @param receivable Which; 0 at registration.
    /// @param member The member.
    error ReceivablesNotParty(uint32 receivable, uint32 member);
    /// @notice More would be discharged than is open.
    /// @param receivable Which.
    /// @param openAmount What is open.
    /// @param asked What was asked.
    error ReceivablesExceedsOpen(uint32 receivable, uint256 openAmount, uint256 asked);
    /// @notice Nothing would be open although certificates live (I1).
    /// @param receivable Which.
    /// @param live Their value.
    error ReceivablesStillLive(uint32 receivable, uint256 live);

    // --- verbs of creditors and obligors

    /// @notice Registers terms; consumes nothing. By an account of the creditor or the obligor.
    /// Errors: every `Receivables...` error about terms except those of days, tenor and limits, which belong to
    /// `confirm`; ReceivablesTermsRegistered, ReceivablesNotParty.
    /// @param terms Every term.
    /// @param ref Request reference.
    /// @return receivable Its id.
    function register(Terms calldata terms, bytes32 ref) external returns (uint32 receivable);

    /// @notice Confirms by an account of the obligor: limit, tenor and claims are checked and reserved.
    /// Errors: ReceivablesWrongState, ReceivablesTermsDiffer, ReceivablesNotParty, ReceivablesAcceptByPassed,
    /// ReceivablesAcceptByTooFar, ReceivablesDeliveryAhead, ReceivablesDuePassed, ReceivablesTenorTooLong,
    /// ReceivablesLongTermReasonMissing, ReceivablesLimitExceeded.
    /// @param receivable Which.
    /// @param terms Its terms, so that the invoices needn't be stored twice.
    /// @param acceptBy Block time until which the creditor may accept; at most 30 days ahead.
    /// @param ref Request reference.
    function confirm(uint32 receivable, Terms calldata terms, uint40 acceptBy, bytes32 ref) external;

    /// @notice The same with the obligor's EIP-712 signature over the terms digest and `acceptBy`, sent by anyone.
    /// @dev Confirmation(bytes32 termsDigest,uint40 acceptBy,uint256 deadline,uint32 epoch). It works once, since
    /// terms are confirmed once; the obligor takes it back by `void`, or by revoking the account.
    /// @param receivable Which.
    /// @param terms Its terms.
    /// @param acceptBy Block time until which the creditor may accept; at most 30 days ahead.
    /// @param obligor The obligor's signature.
    /// @param ref Request reference.
    function confirmWithSignature(
        uint32 receivable,
        Terms calldata terms,
        uint40 acceptBy,
        Signature calldata obligor,
        bytes32 ref
    ) external;

    /// @notice Accepts by an account of the creditor: claims go live, the root certificate exists.
    /// Errors: ReceivablesWrongState, ReceivablesNotParty, ReceivablesAcceptByPassed, ReceivablesDuePassed.
    /// @param receivable Which.
    /// @param ref Request reference.
    /// @return certificate Token id of the root certificate.
    function accept(uint32 receivable, bytes32 ref) external returns (uint256 certificate);

    /// @notice The same with the creditor's EIP-712 signature over the terms digest, sent by anyone.
    /// @dev AcceptanceOfReceivable(bytes32 termsDigest,uint256 deadline,uint32 epoch).
    /// @param receivable Which.
    /// @param creditor The creditor's signature.
    /// @param ref Request reference.
    /// @return certificate Token id of the root certificate.
    function acceptWithSignature(
        uint32 receivable,
        Signature calldata creditor,
        bytes32 ref
    ) external returns (uint256 certificate);

    /// @notice Registers, confirms and accepts in one transaction with both parties' signatures, sent by anyone.
    /// @param terms Every term.
    /// @param acceptBy Block time until which the creditor may accept; at most 30 days ahead.
    /// @param obligor The obligor's signature of a Confirmation.
    /// @param creditor The creditor's signature of an AcceptanceOfReceivable.
    /// @param ref Request reference.
    /// @return receivable Its id.
    /// @return certificate Token id of the root certificate.
    function issueWithSignatures(
        Terms calldata terms,
        uint40 acceptBy,
        Signature calldata obligor,
        Signature calldata creditor,
        bytes32 ref
    ) external returns (uint32 receivable, uint256 certificate);

    /// @notice Gives up a registration, by either party before confirmation; its terms can't be registered again.
    /// Errors: ReceivablesWrongState, ReceivablesNotParty.
    /// @param receivable Which.
    /// @param ref Request reference.
    function void(uint32 receivable, bytes32 ref) external;

    /// @notice Rejects a confirmation, by the creditor before acceptance; limit and claims come back.
    /// Errors: ReceivablesWrongState, ReceivablesNotParty.
    /// @param receivable Which.
    /// @param reasonDigest Digest of the reason; zero for none.
    /// @param ref Request reference.
    function reject(uint32 receivable, bytes32 reasonDigest, bytes32 ref) external;

    /// @notice Sets the caller's own limit per currency, under the operator's ceiling. A limit below what is in use
    /// stops new confirmations and nothing else.
    /// Errors: ReceivablesUnknownCurrency, ReceivablesLimitAboveCeiling.
    /// @param currency ISO 4217 code in ASCII.
    /// @param limit Most of the open confirmed amounts.
    /// @param ref Request reference.
    function setLimit(bytes3 currency, uint72 limit, bytes32 ref) external;

    // --- verbs of creditors and registrars

    /// @notice Records a credit note that an invoice of the receivable got. A fact: nobody can refuse it. When more of
    /// the invoice is used than is left, nothing that uses it is financed or pledged any more.
    /// Errors: ReceivablesUnknown, MembersMissingRole for who is neither, those of `IClaims.lower`.
    /// @param receivable Which.
    /// @param invoice Number of the invoice in its terms, from 0.
    /// @param amount What the note takes off, minor units.
    /// @param noteTag Fingerprint of the note, under the key epoch of the terms.
    /// @param documentDigest Digest of the note.
    /// @param ref Request reference.
    function recordCreditNote(
        uint32 receivable,
        uint256 invoice,
        uint72 amount,
        bytes32 noteTag,
        bytes32 documentDigest,
        bytes32 ref
    ) external;

    // --- verbs of anyone

    /// @notice Ends a confirmation after its accept-by time; limit and claims come back.
    /// Errors: ReceivablesWrongState, ReceivablesAcceptByNotPassed.
    /// @param receivable Which.
    /// @param ref Request reference.
    function expire(uint32 receivable, bytes32 ref) external;

    // --- verbs of ledger contracts (AccessManager grants)

    /// @notice Lowers the open amount after certificates' value was settled or retired; when nothing is open any more
    /// the receivable is discharged and its claims are satisfied. Call it after the certificates' own totals fell.
    /// Errors: ReceivablesWrongState, ReceivablesExceedsOpen, ReceivablesStillLive.
    /// @param receivable Which.
    /// @param amount What was settled or retired.
    /// @param ref Request reference.
    function discharge(uint32 receivable, uint72 amount, bytes32 ref) external;

    // --- views

    /// @notice How many receivables were registered; ids are 1 to this.
    function receivableCount() external view returns (uint32);
    /// @notice What the ledger stores of a receivable. Errors: ReceivablesUnknown.
    /// @param receivable Its id.
    function receivableOf(uint32 receivable) external view returns (Receivable memory);
    /// @notice Reverts unless a receivable is accepted and no credit note made one of its invoices short: what
    /// financing and pledging need. Errors: ReceivablesUnknown, ReceivablesWrongState, ClaimsShort.
    /// @param receivable Its id.
    function requireSound(uint32 receivable) external view;
    /// @notice The receivable that terms belong to; 0 for none.
    /// @param digest EIP-712 struct hash of the terms.
    function receivableOfTerms(bytes32 digest) external view returns (uint32);
    /// @notice EIP-712 struct hash of the terms.
    function termsDigest(Terms calldata terms) external pure returns (bytes32);
    /// @notice An obligor's limit and what of it is in use (I4).
    /// @param obligor Whose.
    /// @param currency ISO 4217 code in ASCII.
    /// @return limit What the obligor set, or the operator's ceiling where that is lower.
    /// @return inUse Open confirmed amounts.
    function limitOf(uint32 obligor, bytes3 currency) external view returns (uint72 limit, uint72 inUse);
}
