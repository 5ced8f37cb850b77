// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {AccessManaged} from "@openzeppelin/contracts/access/manager/AccessManaged.sol";
import {EIP712} from "@openzeppelin/contracts/utils/cryptography/EIP712.sol";

import {IMembers} from "../interfaces/IMembers.sol";
import {IRules} from "../interfaces/IRules.sol";
import {IPaymentListener, ISettlement} from "../interfaces/ISettlement.sol";
import {AttestationHash} from "../libraries/AttestationHash.sol";
import {CivilDay} from "../libraries/CivilDay.sol";
import {Roles} from "../types/Roles.sol";
import {Suspensions} from "../types/Suspensions.sol";
import {UnmatchedPayments} from "./UnmatchedPayments.sol";

/// @title Settlement
/// @notice Payment instructions and settlement banks' attestations.
/// @dev Only ledger contracts issue, so the issuer that is called back is trusted; state is set before it is called.
contract Settlement is UnmatchedPayments, AccessManaged, EIP712 {
    using AttestationHash for Attestation;

    /// @dev Bounds the loop over legs; a financing has three.
    uint256 private constant MAX_LEGS = 8;
    uint16 private constant MAX_DAYS_AHEAD = 31;
    /// @dev Days after its value day from which an accepted instruction without outcome can be ended.
    uint16 private constant DAYS_WITHOUT_OUTCOME = 5;
    /// @dev Suspensions that keep a bank from taking on payments: all but its own overdue receivables.
    uint16 private constant NOT_ACCEPTING = type(uint16).max ^ Suspensions.OVERDUE;
    uint8 private constant FIRST = 1;
    uint8 private constant SECOND = 2;
    uint8 private constant BOTH = FIRST | SECOND;

    /// @dev What of an attestation is needed again when a part of the payment turns out not to be needed.
    struct Receipt {
        bytes32 bankReference;
        bytes32 receiptDigest;
    }

    IMembers internal immutable MEMBERS;
    /// @dev Seconds that civil time is ahead of UTC.
    uint256 internal immutable UTC_OFFSET;

    /// @inheritdoc ISettlement
    uint256 public instructionCount;
    mapping(uint256 instruction => Instruction) private _instructions;
    mapping(uint256 instruction => Receipt) private _receipts;
    mapping(uint32 bank => mapping(bytes32 bankReference => mapping(uint256 instruction => bool))) private _references;
    /// @dev Which of payer (`FIRST`) and payee (`SECOND`) agreed to end an instruction.
    mapping(uint256 instruction => uint8) private _endWords;
    /// @dev Which of bank (`FIRST`) and payer (`SECOND`) agreed to a match.
    mapping(uint256 unmatched => mapping(uint256 instruction => uint8)) private _matchWords;

    constructor(address authority, IMembers members, IRules rules) AccessManaged(authority) EIP712("Tallystick", "1") {
        MEMBERS = members;
        UTC_OFFSET = rules.utcOffset();
    }

    // ------------------------------------------------------- settlement banks

    /// @inheritdoc ISettlement
    function acceptInstruction(uint256 instruction, uint16 valueDay, bytes32 ref) external {
        uint32 member = MEMBERS.requireRole(msg.sender, Roles.SETTLEMENT_BANK, NOT_ACCEPTING);
        Instruction storage i = _known(instruction);
        require(member == i.bank, SettlementNotBank(instruction, member, i.bank));
        require(i.state == State.Issued, SettlementWrongState(instruction, i.state, State.Issued));
        _requireBeforeCutOff(instruction, i);
        uint16 today = _today();
        require(valueDay >= today, SettlementValueDayPast(valueDay, today));
        require(valueDay <= today + MAX_DAYS_AHEAD, SettlementValueDayAhead(valueDay, today + MAX_DAYS_AHEAD));

        i.state = State.Accepted;
        i.valueDay = valueDay;
        emit InstructionAccepted(instruction, valueDay, ref);
        IPaymentListener(i.issuer).onAccepted(instruction, ref);
    }

    /// @inheritdoc ISettlement
    function attest(Attestation calldata attestation, bytes32 ref) external {
        uint32 member = MEMBERS.requireRole(msg.sender, Roles.SETTLEMENT_BANK, 0);
        require(member == attestation.bank, SettlementNotBank(attestation.instruction, member, attestation.bank));
        _attest(attestation, ref);
    }

    /// @inheritdoc ISettlement
    function attestWithSignature(
        Attestation calldata attestation,
        address account,
        uint256 deadline,
        uint32 epoch,
        bytes calldata signature,
        bytes32 ref
    ) external {
        MEMBERS.requireParty(attestation.bank, Roles.SETTLEMENT_BANK, 0);
        bytes32 digest = _hashTypedDataV4(attestation.hash(deadline, epoch));
        MEMBERS.requireSignature(attestation.bank, epoch, deadline, account, digest, signature);
        _attest(attestation, ref);
    }

    // ------------------------------------------------------ payers and payees

    /// @inheritdoc ISettlement
    function contest(uint256 instruction, bytes32 documentDigest, bytes32 ref) external {
        (uint32 member, ) = MEMBERS.requireMember(msg.sender);
        Instruction storage i = _known(instruction);
        require(
            i.state == State.Paid || i.state == State.Returned,
            SettlementWrongState(instruction, i.state, State.Paid)
        );
        require(member == i.payee || i.payee == 0, SettlementNotParty(instruction, member));
        emit AttestationContested(instruction, member, documentDigest, ref);
    }

    /// @inheritdoc ISettlement
    function endInstruction(uint256 instruction, bytes32 ref) external {
        (uint32 member, ) = MEMBERS.requireMember(msg.sender);
        Instruction storage i = _known(instruction);
        require(i.state == State.Accepted, SettlementWrongState(instruction, i.state, State.Accepted));
        uint256 from = uint256(i.valueDay) + DAYS_WITHOUT_OUTCOME;
        require(_today() >= from, SettlementTooEarly(instruction, _today(), from));
        if (!_agreedToEnd(instruction, i, member)) {
            emit InstructionEndProposed(instruction, member, ref);
            return;
        }

        i.state = State.Ended;
        emit InstructionEnded(instruction, member, ref);
        IPaymentListener(i.issuer).onFailed(instruction, ref);
    }

    /// @inheritdoc ISettlement
    function matchPayment(uint256 unmatched, uint256 instruction, bytes32 ref) external {
        Unmatched storage u = _knownUnmatched(unmatched);
        require(!u.matched, SettlementAlreadyMatched(unmatched));
        Attestation memory a = u.attestation;
        Instruction storage i = _known(instruction);
        _requireMatch(unmatched, a, instruction, i);
        (uint32 member, bool agreed) = _agreedToMatch(unmatched, instruction, i);
        if (!agreed) {
            emit PaymentMatchProposed(unmatched, instruction, member, ref);
            return;
        }

        // The attestation itself may have named this instruction and differed in its payee's account.
        if (a.instruction != instruction) _useReference(a.bank, a.bankReference, instruction);
        a.instruction = instruction;
        u.matched = true;
        emit PaymentMatched(unmatched, instruction, ref);
        _pay(instruction, i, a, ref);
    }

    // ----------------------------------------------------------------- anyone

    /// @inheritdoc ISettlement
    function expireInstruction(uint256 instruction, bytes32 ref) external {
        Instruction storage i = _known(instruction);
        require(i.state == State.Issued, SettlementWrongState(instruction, i.state, State.Issued));
        require(
            block.timestamp > i.expiresAt || !IPaymentListener(i.issuer).isAcceptable(instruction),
            SettlementNotExpired(instruction, block.timestamp, i.expiresAt)
        );

        i.state = State.Expired;
        emit InstructionExpired(instruction, ref);
        IPaymentListener(i.issuer).onFailed(instruction, ref);
    }

    // ------------------------------------------------------- ledger contracts

    /// @inheritdoc ISettlement
    function issueInstruction(
        Instruction calldata details,
        PaymentLeg[] calldata legs,
        bytes32 ref
    ) external restricted returns (uint256 instruction) {
        _requireSound(details, legs);
        instruction = ++instructionCount;
        Instruction memory i = details;
        i.state = State.Issued;
        i.issuer = msg.sender;
        i.valueDay = 0;
        i.payerAccount = MEMBERS.settlementAccountOf(i.payer);
        i.payeeAccount = i.payee == 0 ? bytes32(0) : MEMBERS.settlementAccountOf(i.payee);
        _instructions[instruction] = i;
        emit InstructionIssued(instruction, i.payer, i.payee, i, legs, ref);
    }

    /// @inheritdoc ISettlement
    function withdrawInstruction(uint256 instruction, bytes32 ref) external restricted {
        Instruction storage i = _ownInstruction(instruction);
        require(i.state == State.Issued, SettlementWrongState(instruction, i.state, State.Issued));
        i.state = State.Ended;
        emit InstructionEnded(instruction, 0, ref);
    }

    /// @inheritdoc ISettlement
    function recordExcess(
        uint256 instruction,
        uint72 amount,
        bytes32 ref
    ) external restricted returns (uint256 unmatched) {
        Instruction storage i = _ownInstruction(instruction);
        require(i.state == State.Paid, SettlementWrongState(instruction, i.state, State.Paid));
        require(amount != 0, SettlementZeroAmount());
        Receipt storage receipt = _receipts[instruction];
        Attestation memory a = Attestation({
            instruction: instruction,
            outcome: Outcome.Paid,
            bank: i.bank,
            payerAccount: i.payerAccount,
            payeeAccount: i.payeeAccount,
            amount: amount,
            currency: i.currency,
            bankReference: receipt.bankReference,
            valueDay: i.valueDay,
            receiptDigest: receipt.receiptDigest
        });
        return _recordUnmatched(a, true, ref);
    }

    // ------------------------------------------------------------------ views

    /// @inheritdoc ISettlement
    function instructionOf(uint256 instruction) external view returns (Instruction memory) {
        return _known(instruction);
    }

    /// @inheritdoc ISettlement
    function isReferenceUsed(uint32 bank, bytes32 bankReference, uint256 instruction) external view returns (bool) {
        return _references[bank][bankReference][instruction];
    }

    // -------------------------------------------------------------- internals

    /// @dev One attestation of `a.bank`, which the caller has authenticated.
    function _attest(Attestation calldata a, bytes32 ref) private {
        require(a.outcome != Outcome.None, SettlementOutcomeMissing(a.instruction));
        require(a.amount != 0, SettlementZeroAmount());
        require(a.valueDay <= _today(), SettlementValueDayAhead(a.valueDay, _today()));
        Instruction storage i = _instructions[a.instruction];
        bool exists = i.state != State.None;
        require(!exists || i.bank == a.bank, SettlementNotBank(a.instruction, a.bank, i.bank));
        _useReference(a.bank, a.bankReference, a.instruction);

        if (a.outcome == Outcome.Returned) {
            require(exists, SettlementUnknown(a.instruction));
            _return(i, a, ref);
        } else if (exists && _takes(a.instruction, i) && _sameTerms(i, a)) {
            _pay(a.instruction, i, a, ref);
        } else {
            _recordUnmatched(a, false, ref);
        }
    }

    function _return(Instruction storage i, Attestation calldata a, bytes32 ref) private {
        State state = i.state;
        require(
            state == State.Issued || state == State.Accepted,
            SettlementWrongState(a.instruction, state, State.Accepted)
        );
        require(a.amount == i.amount && _sameTerms(i, a), SettlementReturnDiffers(a.instruction, a.amount, i.amount));
        i.state = State.Returned;
        emit InstructionReturned(a.instruction, a, ref);
        IPaymentListener(i.issuer).onFailed(a.instruction, ref);
    }

    /// @dev Marks an open instruction paid and has its issuer deliver; one that no bank accepted is accepted first.
    function _pay(uint256 instruction, Instruction storage i, Attestation memory a, bytes32 ref) private {
        bool accepts = i.state == State.Issued;
        i.state = State.Paid;
        i.valueDay = a.valueDay;
        // Only these two may turn out to need less than was paid.
        if (i.kind == Kind.Settlement || i.kind == Kind.BuyBack) {
            _receipts[instruction] = Receipt(a.bankReference, a.receiptDigest);
        }
        if (accepts) emit InstructionAccepted(instruction, a.valueDay, ref);
        emit InstructionPaid(instruction, a, ref);

        IPaymentListener issuer = IPaymentListener(i.issuer);
        if (accepts) issuer.onAccepted(instruction, ref);
        issuer.onPaid(instruction, a.amount, a.valueDay, ref);
    }

    function _useReference(uint32 bank, bytes32 bankReference, uint256 instruction) private {
        mapping(uint256 => bool) storage used = _references[bank][bankReference];
        require(!used[instruction], SettlementReferenceUsed(bank, bankReference, instruction));
        used[instruction] = true;
    }

    /// @dev Notes the caller's word and answers whether the instruction ends by it. Legal needs nobody else's.
    function _agreedToEnd(uint256 instruction, Instruction storage i, uint32 member) private returns (bool) {
        if (member != i.payer && member != i.payee) {
            require(MEMBERS.hasRole(member, Roles.LEGAL), SettlementNotParty(instruction, member));
            MEMBERS.requireRole(msg.sender, Roles.LEGAL, NOT_ACCEPTING);
            return true;
        }
        uint8 words = _endWords[instruction] | (member == i.payer ? FIRST : SECOND);
        _endWords[instruction] = words;
        return words == BOTH;
    }

    /// @dev Notes the caller's word and answers whether bank and payer agree now; they may be one member.
    function _agreedToMatch(
        uint256 unmatched,
        uint256 instruction,
        Instruction storage i
    ) private returns (uint32 member, bool) {
        (member, ) = MEMBERS.requireMember(msg.sender);
        uint8 word;
        if (member == i.bank && MEMBERS.hasRole(member, Roles.SETTLEMENT_BANK)) word |= FIRST;
        if (member == i.payer) word |= SECOND;
        require(word != 0, SettlementNotParty(instruction, member));
        word |= _matchWords[unmatched][instruction];
        _matchWords[unmatched][instruction] = word;
        return (member, word == BOTH);
    }

    function _requireMatch(
        uint256 unmatched,
        Attestation memory a,
        uint256 instruction,
        Instruction storage i
    ) private view {
        if (i.state == State.Issued) _requireBeforeCutOff(instruction, i);
        else require(i.state == State.Accepted, SettlementWrongState(instruction, i.state, State.Accepted));
        require(
            a.bank == i.bank &&
                a.payerAccount == i.payerAccount &&
                a.currency == i.currency &&
                (a.amount == i.amount || i.kind == Kind.Settlement),
            SettlementMatchDiffers(unmatched, instruction, a.amount, i.amount)
        );
    }

    function _requireBeforeCutOff(uint256 instruction, Instruction storage i) private view {
        require(block.timestamp <= i.expiresAt, SettlementExpired(instruction, block.timestamp, i.expiresAt));
        require(IPaymentListener(i.issuer).isAcceptable(instruction), SettlementCutOff(instruction));
    }

    /// @dev Terms of an instruction that a ledger contract wants to issue.
    function _requireSound(Instruction calldata i, PaymentLeg[] calldata legs) private view {
        require(i.amount != 0, SettlementZeroAmount());
        require(i.kind != Kind.None, SettlementKindMissing());
        require((i.payee == 0) == (i.kind == Kind.Settlement), SettlementPayee(i.kind, i.payee));
        require(i.payer != i.payee, SettlementSameParties(i.payer));
        require(block.timestamp <= i.expiresAt, SettlementExpired(0, block.timestamp, i.expiresAt));
        require(legs.length != 0 && legs.length <= MAX_LEGS, SettlementTooManyLegs(legs.length, MAX_LEGS));
        uint256 sum;
        for (uint256 n; n < legs.length; ++n) sum += legs[n].paid;
        require(sum == i.amount, SettlementLegsDiffer(i.amount, sum));
        MEMBERS.requireParty(i.bank, Roles.SETTLEMENT_BANK, NOT_ACCEPTING);
    }

    /// @dev Whether a payment can still count for an instruction.
    function _takes(uint256 instruction, Instruction storage i) private view returns (bool) {
        if (i.state == State.Accepted) return true;
        if (i.state != State.Issued || block.timestamp > i.expiresAt) return false;
        return IPaymentListener(i.issuer).isAcceptable(instruction);
    }

    /// @dev Whether accounts, currency and amount are the instruction's; a settlement may be paid in part.
    function _sameTerms(Instruction storage i, Attestation calldata a) private view returns (bool) {
        return
            a.payerAccount == i.payerAccount &&
            a.payeeAccount == i.payeeAccount &&
            a.currency == i.currency &&
            (a.amount == i.amount || i.kind == Kind.Settlement);
    }

    function _known(uint256 instruction) private view returns (Instruction storage i) {
        i = _instructions[instruction];
        require(i.state != State.None, SettlementUnknown(instruction));
    }

    /// @dev An instruction of the calling contract.
    function _ownInstruction(uint256 instruction) private view returns (Instruction storage i) {
        i = _known(instruction);
        require(i.issuer == msg.sender, SettlementNotIssuer(instruction, msg.sender, i.issuer));
    }

    function _today() private view returns (uint16) {
        return CivilDay.dayOf(block.timestamp, UTC_OFFSET);
    }
}
