// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {ISettlement} from "./ISettlement.sol";

/// @title ISettlementEvents
/// @notice What happens to payment instructions and to money that matches none.
interface ISettlementEvents {
    /// @notice A ledger contract issued an instruction to a bank.
    /// @param instruction Its number, from 1.
    /// @param payer Member that is to pay.
    /// @param payee Member that is to be paid; 0 for the holders of record.
    /// @param details Every term of it.
    /// @param legs What its amount is made of.
    /// @param ref Request reference.
    event InstructionIssued(
        uint256 indexed instruction,
        uint32 indexed payer,
        uint32 indexed payee,
        ISettlement.Instruction details,
        ISettlement.PaymentLeg[] legs,
        bytes32 ref
    );
    /// @notice The bank took the instruction on: it doesn't expire any more.
    /// @param instruction Number of the instruction.
    /// @param valueDay Civil day on which the bank means to pay.
    /// @param ref Request reference.
    event InstructionAccepted(uint256 indexed instruction, uint16 valueDay, bytes32 ref);
    /// @notice The bank attested payment; what hangs on it is delivered in this transaction or waits.
    /// @param instruction Number of the instruction.
    /// @param attestation What the bank attested.
    /// @param ref Request reference.
    event InstructionPaid(uint256 indexed instruction, ISettlement.Attestation attestation, bytes32 ref);
    /// @notice The bank attested that the instruction was not paid.
    /// @param instruction Number of the instruction.
    /// @param attestation What the bank attested.
    /// @param ref Request reference.
    event InstructionReturned(uint256 indexed instruction, ISettlement.Attestation attestation, bytes32 ref);
    /// @notice An unaccepted instruction ended: after its expiry, or at the cut-off of what it pays for.
    /// @param instruction Number of the instruction.
    /// @param ref Request reference.
    event InstructionExpired(uint256 indexed instruction, bytes32 ref);
    /// @notice Payer and payee together, or legal, ended an accepted instruction that had no outcome; or its issuer
    /// withdrew an unaccepted one.
    /// @param instruction Number of the instruction.
    /// @param by Member whose word ended it; 0 for the issuing contract.
    /// @param ref Request reference.
    event InstructionEnded(uint256 indexed instruction, uint32 by, bytes32 ref);
    /// @notice One of payer and payee agreed to end an accepted instruction.
    /// @param instruction Number of the instruction.
    /// @param by Member that agreed.
    /// @param ref Request reference.
    event InstructionEndProposed(uint256 indexed instruction, uint32 by, bytes32 ref);
    /// @notice Paid money that matches no open instruction, or the part above what was due; never dropped.
    /// @param unmatched Its number, from 1.
    /// @param instruction Instruction that the attestation names; 0 for none.
    /// @param bank Member that attested.
    /// @param amount What is unmatched.
    /// @param excess Whether it is a part of a paid instruction (true) or a payment of its own (false).
    /// @param attestation What the bank attested, with `amount` as its amount.
    /// @param ref Request reference.
    event UnmatchedPayment(
        uint256 indexed unmatched,
        uint256 indexed instruction,
        uint32 indexed bank,
        uint72 amount,
        bool excess,
        ISettlement.Attestation attestation,
        bytes32 ref
    );
    /// @notice One of bank and payer agreed to match unmatched money to an instruction.
    /// @param unmatched Number of the unmatched payment.
    /// @param instruction Instruction that would take it.
    /// @param by Member that agreed.
    /// @param ref Request reference.
    event PaymentMatchProposed(uint256 indexed unmatched, uint256 indexed instruction, uint32 by, bytes32 ref);
    /// @notice Bank and payer matched unmatched money: `InstructionPaid` follows.
    /// @param unmatched Number of the unmatched payment.
    /// @param instruction Instruction that took it.
    /// @param ref Request reference.
    event PaymentMatched(uint256 indexed unmatched, uint256 indexed instruction, bytes32 ref);
    /// @notice A payee disputes what the bank attested. It changes no state: the bank answers for its word.
    /// @param instruction Number of the instruction.
    /// @param by Member that contests.
    /// @param documentDigest Digest of what it says.
    /// @param ref Request reference.
    event AttestationContested(uint256 indexed instruction, uint32 by, bytes32 documentDigest, bytes32 ref);
}
