// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IReceivableTerms} from "./IReceivableTerms.sol";

/// @title IReceivableEvents
/// @notice What happens to receivables.
interface IReceivableEvents is IReceivableTerms {
    /// @notice Terms were registered. Nothing is consumed: neither a limit nor an invoice.
    /// @param receivable Its id, from 1.
    /// @param obligor Member that owes.
    /// @param creditor Member that is owed.
    /// @param terms Every term.
    /// @param termsDigest EIP-712 struct hash of the terms.
    /// @param by Member that registered; 0 when somebody else sent both parties' signatures.
    /// @param ref Request reference.
    event ReceivableRegistered(
        uint32 indexed receivable,
        uint32 indexed obligor,
        uint32 indexed creditor,
        Terms terms,
        bytes32 termsDigest,
        uint32 by,
        bytes32 ref
    );
    /// @notice The obligor confirmed: limit and invoices are reserved.
    /// @param receivable Which.
    /// @param rules Version of the rules that it keeps.
    /// @param acceptBy Block time until which the creditor may accept.
    /// @param by Account that sent or signed it.
    /// @param ref Request reference.
    event ReceivableConfirmed(uint32 indexed receivable, uint16 rules, uint40 acceptBy, address by, bytes32 ref);
    /// @notice The creditor accepted: the root certificate exists.
    /// @param receivable Which.
    /// @param certificate Token id of the root.
    /// @param by Account that sent or signed it.
    /// @param ref Request reference.
    event ReceivableAccepted(uint32 indexed receivable, uint256 indexed certificate, address by, bytes32 ref);
    /// @notice The creditor rejected a confirmation: limit and invoices are free again.
    /// @param receivable Which.
    /// @param reasonDigest Digest of the reason; zero for none.
    /// @param by Account that sent it.
    /// @param ref Request reference.
    event ReceivableRejected(uint32 indexed receivable, bytes32 reasonDigest, address by, bytes32 ref);
    /// @notice A party gave it up before confirmation.
    /// @param receivable Which.
    /// @param by Account that sent it.
    /// @param ref Request reference.
    event ReceivableVoided(uint32 indexed receivable, address by, bytes32 ref);
    /// @notice The creditor didn't accept in time: limit and invoices are free again.
    /// @param receivable Which.
    /// @param ref Request reference.
    event ReceivableExpired(uint32 indexed receivable, bytes32 ref);
    /// @notice A credit note was recorded: less of an invoice exists than the terms state.
    /// @param receivable Which.
    /// @param invoice Number of the invoice in its terms, from 0.
    /// @param amount What the note takes off.
    /// @param noteTag Fingerprint of the note, under the key epoch of the terms.
    /// @param documentDigest Digest of the note.
    /// @param by Member that recorded it.
    /// @param ref Request reference.
    event CreditNoteRecorded(
        uint32 indexed receivable,
        uint256 invoice,
        uint72 amount,
        bytes32 noteTag,
        bytes32 documentDigest,
        uint32 by,
        bytes32 ref
    );
    /// @notice Open value fell, because it was settled or retired.
    /// @param receivable Which.
    /// @param amount By how much.
    /// @param ref Request reference.
    event ReceivableReduced(uint32 indexed receivable, uint256 amount, bytes32 ref);
    /// @notice No live value is left; its claims are satisfied.
    /// @param receivable Which.
    /// @param ref Request reference.
    event ReceivableDischarged(uint32 indexed receivable, bytes32 ref);
    /// @notice The tenor is longer than the rules' soft cap (notice 2025/77 art. 11: 6 months).
    /// @param receivable Which.
    /// @param days_ Days from the confirmation to the due day.
    /// @param softCap The soft cap in days.
    /// @param ref Request reference.
    event TenorWarning(uint32 indexed receivable, uint256 days_, uint256 softCap, bytes32 ref);
    /// @notice An obligor set its limit.
    /// @param obligor Whose.
    /// @param currency ISO 4217 code in ASCII.
    /// @param limit Most of its open confirmed amounts.
    /// @param ref Request reference.
    event LimitSet(uint32 indexed obligor, bytes3 indexed currency, uint72 limit, bytes32 ref);
}
