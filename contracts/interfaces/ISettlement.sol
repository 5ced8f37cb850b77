// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

/// @title ISettlement
/// @notice Payment instructions and settlement banks' attestations. No money is on the ledger.
interface ISettlement {
    enum Kind {
        None,
        Settlement,
        EarlyPayment,
        Financing,
        FinancingInterest,
        BuyBack,
        LateInterest,
        Fee
    }

    enum State {
        None,
        Issued,
        Accepted,
        Paid,
        Returned,
        Expired,
        Ended
    }

    enum Outcome {
        None,
        Paid,
        Returned
    }

    enum LegKind {
        Principal,
        Discount,
        Interest,
        Fee
    }

    /// @notice One leg of an instruction. I1 sums the face of settlement and early-payment legs, I8 sums paid.
    struct PaymentLeg {
        uint72 face;
        uint72 paid;
        LegKind kind;
    }

    /// @notice One payer, one payee, one amount.
    /// @param payee 0 on a settlement of the due day: the holders of record.
    /// @param subject Token id or receivable id that it concerns.
    /// @param issuer Ledger contract that issued it and hears the outcome.
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

    /// @notice What a settlement bank signs (EIP-712).
    /// @param instruction 0 for a payment that names none: it is recorded as unmatched.
    /// @param bankReference The bank's own number of the payment; unique per bank and instruction.
    /// @param valueDay Civil day on which it counts.
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

    event InstructionIssued(uint256 indexed instruction, uint32 indexed payer, uint32 indexed payee, Instruction details, PaymentLeg[] legs, bytes32 ref);
    event InstructionAccepted(uint256 indexed instruction, bytes32 ref);
    event InstructionPaid(uint256 indexed instruction, Attestation attestation, bytes32 ref);
    event InstructionReturned(uint256 indexed instruction, Attestation attestation, bytes32 ref);
    event InstructionExpired(uint256 indexed instruction, bytes32 ref);
    /// @notice Payer and payee together, or legal, ended an accepted instruction that had no outcome.
    event InstructionEnded(uint256 indexed instruction, uint32 by, bytes32 ref);
    event InstructionEndProposed(uint256 indexed instruction, uint32 by, bytes32 ref);
    /// @notice Paid money that matches no open instruction, or the part above what was due; never dropped.
    event UnmatchedPayment(uint256 indexed unmatched, uint256 indexed instruction, uint32 indexed bank, uint72 amount, Attestation attestation, bytes32 ref);
    event PaymentMatched(uint256 indexed unmatched, uint256 indexed instruction, bytes32 ref);
    event AttestationContested(uint256 indexed instruction, uint32 by, bytes32 documentDigest, bytes32 ref);

    error SettlementUnknown(uint256 instruction);
    error SettlementWrongState(uint256 instruction, State actual, State needed);
    error SettlementNotBank(uint256 instruction, uint32 member, uint32 bank);
    error SettlementNotParty(uint256 instruction, uint32 member);
    error SettlementReferenceUsed(uint32 bank, bytes32 bankReference, uint256 instruction);
    error SettlementOutcomeMissing(uint256 instruction);
    error SettlementExpired(uint256 instruction, uint256 now_, uint256 expiresAt);
    error SettlementNotExpired(uint256 instruction, uint256 now_, uint256 expiresAt);
    error SettlementTooEarly(uint256 instruction, uint256 today, uint256 from);
    error SettlementLegsDiffer(uint256 amount, uint256 sum);
    error SettlementTooManyLegs(uint256 count, uint256 limit);
    error SettlementZeroAmount();
    error SettlementSameParties(uint32 member);
    error SettlementValueDayAhead(uint16 valueDay, uint16 today);
    error SettlementUnknownUnmatched(uint256 unmatched);
    error SettlementMatchDiffers(uint256 unmatched, uint256 instruction, uint256 amount, uint256 needed);
    error SettlementMatchNotAgreed(uint256 unmatched, uint256 instruction);

    // --- verbs of settlement banks

    function acceptInstruction(uint256 instruction, uint16 valueDay, bytes32 ref) external;
    /// @notice By an account of the named bank. `paid` on an issued instruction accepts it in the same step.
    function attest(Attestation calldata attestation, bytes32 ref) external;
    /// @notice The same with the bank's EIP-712 signature, sent by anyone.
    function attestWithSignature(Attestation calldata attestation, address account, uint256 deadline, uint32 epoch, bytes calldata signature, bytes32 ref) external;

    // --- verbs of payers and payees

    function contest(uint256 instruction, bytes32 documentDigest, bytes32 ref) external;
    /// @notice Ends an accepted instruction without outcome from 5 days after its value day on: payer and payee each call
    /// it once, or a legal account alone.
    function endInstruction(uint256 instruction, bytes32 ref) external;
    /// @notice Matches unmatched money to an open instruction of equal payer account and amount: bank and payer each call it once.
    function matchPayment(uint256 unmatched, uint256 instruction, bytes32 ref) external;

    // --- verbs of anyone

    /// @notice Ends an unaccepted instruction after its expiry.
    function expireInstruction(uint256 instruction, bytes32 ref) external;

    // --- verbs of ledger contracts (AccessManager grants)

    /// @notice Issues an instruction on behalf of the calling contract. Account digests are read from `Members`.
    function issueInstruction(Instruction calldata details, PaymentLeg[] calldata legs, bytes32 ref) external returns (uint256 instruction);
    /// @notice Ends an instruction that no bank accepted. Only its issuer.
    function withdrawInstruction(uint256 instruction, bytes32 ref) external;
    /// @notice Records money above what a paid instruction needed. Only its issuer, while it hears the outcome.
    function recordExcess(uint256 instruction, uint72 amount, bytes32 ref) external;

    // --- views

    function instructionCount() external view returns (uint256);
    function instructionOf(uint256 instruction) external view returns (Instruction memory);
    function isReferenceUsed(uint32 bank, bytes32 bankReference, uint256 instruction) external view returns (bool);
    function unmatchedOf(uint256 unmatched) external view returns (uint32 bank, uint72 amount, bytes3 currency, uint256 instruction);
}

/// @title IPaymentListener
/// @notice What a contract that issues payment instructions answers to. Called by `Settlement` alone; an implementation must
/// not revert for reasons of business: what it can't deliver yet it records as waiting.
interface IPaymentListener {
    /// @notice A bank accepted the instruction: what hangs on it is now firm.
    function onAccepted(uint256 instruction, bytes32 ref) external;
    /// @notice The bank attested payment of `amount` with `valueDay`.
    function onPaid(uint256 instruction, uint72 amount, uint16 valueDay, bytes32 ref) external;
    /// @notice The instruction ended without payment (returned, expired, ended).
    function onFailed(uint256 instruction, bytes32 ref) external;
}
