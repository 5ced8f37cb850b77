// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {ISettlementErrors} from "./ISettlementErrors.sol";
import {ISettlementEvents} from "./ISettlementEvents.sol";

/// @title ISettlement
/// @notice Payment instructions and settlement banks' attestations. No money is on the ledger: it says who pays whom
/// what,
/// and records what a bank attests. Delivery of the asset happens in the attestation's own transaction.
/// @dev Amounts are minor units, days are civil days since 1970-01-01 at the ledger's offset from UTC, times are
/// seconds.
interface ISettlement is ISettlementEvents, ISettlementErrors {
    /// @notice What an instruction pays for.
    /// @param None No instruction.
    /// @param Settlement The due day's payment; any positive amount is accepted as paid.
    /// @param EarlyPayment A discounted settlement before the due day.
    /// @param Financing The price of a financed position.
    /// @param FinancingInterest The obligor's share of a financing's interest.
    /// @param BuyBack The price of a position that its recourse debtor buys back.
    /// @param LateInterest Interest on what was paid after the due day.
    /// @param Fee A fee.
    /// @param LienSale A buyer's price of pledged value, to the secured party.
    enum Kind {
        None,
        Settlement,
        EarlyPayment,
        Financing,
        FinancingInterest,
        BuyBack,
        LateInterest,
        Fee,
        LienSale
    }

    /// @notice Where an instruction stands.
    /// @param None It doesn't exist.
    /// @param Issued No bank has accepted it; it may still expire.
    /// @param Accepted The bank accepted it: what hangs on it is firm.
    /// @param Paid The bank attested payment.
    /// @param Returned The bank attested that it was not paid.
    /// @param Expired It ended unaccepted, after its expiry or at the cut-off of what it pays for.
    /// @param Ended It was withdrawn unaccepted, or ended accepted and without outcome.
    enum State {
        None,
        Issued,
        Accepted,
        Paid,
        Returned,
        Expired,
        Ended
    }

    /// @notice What a bank attests.
    /// @param None Nothing; refused.
    /// @param Paid The money was paid.
    /// @param Returned The payment was refused or came back.
    enum Outcome {
        None,
        Paid,
        Returned
    }

    /// @notice What a leg is.
    /// @param Principal Money for the face itself.
    /// @param Discount Face that ends without money.
    /// @param Interest Interest; its face is 0.
    /// @param Fee A fee; its face is 0.
    enum LegKind {
        Principal,
        Discount,
        Interest,
        Fee
    }

    /// @notice One leg of an instruction. I1 sums the face of settlement and early-payment legs, I8 sums paid.
    /// @param face Value that ends or moves with it.
    /// @param paid Money of it.
    /// @param kind What it is.
    struct PaymentLeg {
        uint72 face;
        uint72 paid;
        LegKind kind;
    }

    /// @notice One payer, one payee, one amount. The first ten fields fill two storage words.
    /// @param payer Member that pays.
    /// @param payee Member that is paid; 0 on a settlement of the due day: the holders of record.
    /// @param bank Settlement bank that executes it and alone attests it.
    /// @param amount Sum of the legs' paid.
    /// @param currency ISO 4217 code in ASCII.
    /// @param kind What it pays for.
    /// @param state Where it stands; ignored when issued.
    /// @param expiresAt Last second in which a bank can accept it.
    /// @param subject Token id or receivable id that it concerns.
    /// @param valueDay Day on which the bank means to pay, once accepted; day on which it counts, once paid.
    /// @param issuer Ledger contract that issued it and hears the outcome; ignored when issued.
    /// @param payerAccount Salted digest of the payer's bank account at issue; ignored when issued.
    /// @param payeeAccount The payee's; zero without a payee; ignored when issued.
    struct Instruction {
        uint32 payer;
        uint32 payee;
        uint32 bank;
        uint72 amount;
        bytes3 currency;
        Kind kind;
        State state;
        uint40 expiresAt;
        uint64 subject;
        uint16 valueDay;
        address issuer;
        bytes32 payerAccount;
        bytes32 payeeAccount;
    }

    /// @notice What a settlement bank signs (EIP-712), beside a deadline and its epoch.
    /// @param instruction 0 for a payment that names none: it is recorded as unmatched.
    /// @param outcome Whether it was paid.
    /// @param bank Member that attests.
    /// @param payerAccount Salted digest of the account that paid.
    /// @param payeeAccount Salted digest of the account that was credited; zero on a settlement of the due day.
    /// @param amount What was paid.
    /// @param currency ISO 4217 code in ASCII.
    /// @param bankReference The bank's own number of the payment; unique per bank and instruction.
    /// @param valueDay Civil day on which it counts.
    /// @param receiptDigest Digest of the bank's receipt.
    struct Attestation {
        uint256 instruction;
        Outcome outcome;
        uint32 bank;
        bytes32 payerAccount;
        bytes32 payeeAccount;
        uint72 amount;
        bytes3 currency;
        bytes32 bankReference;
        uint16 valueDay;
        bytes32 receiptDigest;
    }

    /// @notice Money that waits for an instruction.
    /// @param attestation What the bank attested, with the amount that is unmatched.
    /// @param excess Whether it is the part of a paid instruction that was not needed.
    /// @param matched Whether an instruction took it.
    struct Unmatched {
        Attestation attestation;
        bool excess;
        bool matched;
    }

    // --- verbs of settlement banks

    /// @notice The named bank takes an instruction on: what hangs on it becomes firm and doesn't expire any more. A
    /// suspended bank takes on nothing; what it attests of what it took on before stays valid.
    /// @param instruction Number of the instruction.
    /// @param valueDay Civil day on which the bank means to pay, from today to 31 days ahead.
    /// @param ref Request reference.
    function acceptInstruction(uint256 instruction, uint16 valueDay, bytes32 ref) external;
    /// @notice By an account of the named bank. `paid` on an issued instruction accepts it in the same step. A
    /// `paid` that
    /// fits no open instruction is recorded as unmatched and doesn't revert.
    /// @param attestation What the bank attests.
    /// @param ref Request reference.
    function attest(Attestation calldata attestation, bytes32 ref) external;
    /// @notice The same with the bank's EIP-712 signature, sent by anyone. The bank reference makes it one-shot.
    /// @param attestation What the bank attests.
    /// @param account Account of the bank that signed.
    /// @param deadline Block time in seconds after which the signature is void.
    /// @param epoch Epoch of the bank at signing.
    /// @param signature Of an externally owned account or, by ERC-1271, of a contract.
    /// @param ref Request reference.
    function attestWithSignature(
        Attestation calldata attestation,
        address account,
        uint256 deadline,
        uint32 epoch,
        bytes calldata signature,
        bytes32 ref
    ) external;

    // --- verbs of payers and payees

    /// @notice The payee disputes what the bank attested. A settlement of the due day has no single payee: there any
    /// member
    /// may, and the event names it.
    /// @param instruction Number of a paid or returned instruction.
    /// @param documentDigest Digest of what it says.
    /// @param ref Request reference.
    function contest(uint256 instruction, bytes32 documentDigest, bytes32 ref) external;
    /// @notice Ends an accepted instruction without outcome from 5 days after its value day on: payer and payee each
    /// call
    /// it once, or a legal account alone.
    /// @param instruction Number of the instruction.
    /// @param ref Request reference.
    function endInstruction(uint256 instruction, bytes32 ref) external;
    /// @notice Matches unmatched money to an open instruction of the same bank, payer account, currency and amount (a
    /// settlement of the due day takes any amount): bank and payer each call it once.
    /// @param unmatched Number of the unmatched payment.
    /// @param instruction Number of the instruction.
    /// @param ref Request reference.
    function matchPayment(uint256 unmatched, uint256 instruction, bytes32 ref) external;

    // --- verbs of anyone

    /// @notice Ends an unaccepted instruction after its expiry, or at the cut-off of what it pays for.
    /// @param instruction Number of the instruction.
    /// @param ref Request reference.
    function expireInstruction(uint256 instruction, bytes32 ref) external;

    // --- verbs of ledger contracts (AccessManager grants)

    /// @notice Issues an instruction on behalf of the calling contract. Account digests are read from `Members`;
    /// state,
    /// issuer, value day and accounts in `details` are ignored.
    /// @param details Parties, bank, amount, currency, kind, expiry and subject.
    /// @param legs At most 8; their paid add up to the amount.
    /// @param ref Request reference.
    /// @return instruction Number of the instruction.
    function issueInstruction(
        Instruction calldata details,
        PaymentLeg[] calldata legs,
        bytes32 ref
    ) external returns (uint256 instruction);
    /// @notice Ends an instruction that no bank accepted. Only its issuer, which hears nothing more of it.
    /// @param instruction Number of the instruction.
    /// @param ref Request reference.
    function withdrawInstruction(uint256 instruction, bytes32 ref) external;
    /// @notice Records money of a paid instruction that was not needed. Only its issuer.
    /// @param instruction Number of a paid instruction of the kind `Settlement` or `BuyBack`.
    /// @param amount What was not needed.
    /// @param ref Request reference.
    /// @return unmatched Number of the unmatched payment.
    function recordExcess(uint256 instruction, uint72 amount, bytes32 ref) external returns (uint256 unmatched);

    // --- views

    /// @notice How many instructions there are; they are numbered from 1.
    function instructionCount() external view returns (uint256);
    /// @notice How many unmatched payments there are; they are numbered from 1.
    function unmatchedCount() external view returns (uint256);
    /// @notice One instruction; reverts for an unknown number.
    /// @param instruction Number of the instruction.
    function instructionOf(uint256 instruction) external view returns (Instruction memory);
    /// @notice Whether a bank used a reference for an instruction.
    /// @param bank Member that attests.
    /// @param bankReference Its own number of the payment.
    /// @param instruction Instruction that it names; 0 for none.
    function isReferenceUsed(uint32 bank, bytes32 bankReference, uint256 instruction) external view returns (bool);
    /// @notice One unmatched payment; reverts for an unknown number.
    /// @param unmatched Number of the unmatched payment.
    function unmatchedOf(uint256 unmatched) external view returns (Unmatched memory);
}

/// @title IPaymentListener
/// @notice What a contract that issues payment instructions answers to. Called by `Settlement` alone; an
/// implementation must
/// not revert for reasons of business: what it can't deliver yet it records as waiting.
interface IPaymentListener {
    /// @notice A bank accepted the instruction: what hangs on it is now firm. Called only while `isAcceptable` is
    /// true.
    /// @param instruction Number of the instruction.
    /// @param ref Request reference.
    function onAccepted(uint256 instruction, bytes32 ref) external;
    /// @notice The bank attested payment of an accepted instruction.
    /// @param instruction Number of the instruction.
    /// @param amount What was paid; the instruction's amount, or any positive one for the kind `Settlement`.
    /// @param valueDay Civil day on which it counts.
    /// @param ref Request reference.
    function onPaid(uint256 instruction, uint72 amount, uint16 valueDay, bytes32 ref) external;
    /// @notice The instruction ended without payment (returned, expired, ended).
    /// @param instruction Number of the instruction.
    /// @param ref Request reference.
    function onFailed(uint256 instruction, bytes32 ref) external;
    /// @notice Whether a bank can still accept an unaccepted instruction: false from the cut-off of what it pays for
    /// on
    /// (after the due day, or once a settlement run opened). A `paid` that comes later is recorded as unmatched.
    /// @param instruction Number of an issued instruction.
    function isAcceptable(uint256 instruction) external view returns (bool);
}
