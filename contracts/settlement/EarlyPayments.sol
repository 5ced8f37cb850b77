// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {EIP712} from "@openzeppelin/contracts/utils/cryptography/EIP712.sol";
import {BitMaps} from "@openzeppelin/contracts/utils/structs/BitMaps.sol";

import {IClaims} from "../interfaces/IClaims.sol";
import {ICreditCertificates} from "../interfaces/ICreditCertificates.sol";
import {IEarlyPayments} from "../interfaces/IEarlyPayments.sol";
import {IMemberErrors} from "../interfaces/IMemberErrors.sol";
import {IMembers} from "../interfaces/IMembers.sol";
import {IReceivables} from "../interfaces/IReceivables.sol";
import {IRules} from "../interfaces/IRules.sol";
import {IPaymentListener, ISettlement} from "../interfaces/ISettlement.sol";
import {ISettlementRuns} from "../interfaces/ISettlementRuns.sol";
import {ISplitToken} from "../interfaces/ISplitToken.sol";
import {ClaimantId} from "../libraries/ClaimantId.sol";
import {ClaimHash} from "../libraries/ClaimHash.sol";
import {CivilDay} from "../libraries/CivilDay.sol";
import {PositionLib} from "../types/Position.sol";

/// @title EarlyPayments
/// @notice Discounted settlement before the due day, and retirement to a bill: both by agreement of obligor and
/// holder.
/// @dev The contracts that it calls are the ledger's own and call no account of a member.
contract EarlyPayments is IEarlyPayments, EIP712 {
    using BitMaps for BitMaps.BitMap;

    bytes32 private constant EARLY_PAYMENT_TYPEHASH = keccak256(
        // solhint-disable-next-line max-line-length
        "EarlyPayment(uint256 token,uint32 obligor,uint32 holder,uint72 face,uint72 paid,uint32 bank,uint40 expiresAt,uint256 obligorNonce,uint256 holderNonce,uint256 deadline,uint32 epoch)"
    );
    /// @dev EIP-712 appends the types referred to in alphabetical order.
    bytes32 private constant RETIREMENT_TYPEHASH = keccak256(
        bytes.concat(
            "Retirement(uint256 token,uint32 obligor,uint32 holder,uint72 value,BillRange bill,EarlierTags[] earlier,"
            "uint256 obligorNonce,uint256 holderNonce,uint256 deadline,uint32 epoch)",
            ClaimHash.RANGE_TYPE,
            ClaimHash.EARLIER_TYPE
        )
    );

    /// @dev Two words: token 64 | face 72 | paid 72 | state 8, and hold 128 | instruction 128.
    struct Record {
        uint64 token;
        uint72 face;
        uint72 paid;
        State state;
        uint128 holdId;
        uint128 instruction;
    }

    IMembers internal immutable MEMBERS;
    IReceivables internal immutable RECEIVABLES;
    ICreditCertificates internal immutable CERTIFICATES;
    IClaims internal immutable CLAIMS;
    ISettlement internal immutable SETTLEMENT;
    ISettlementRuns internal immutable RUNS;
    /// @dev Seconds that civil time is ahead of UTC.
    uint256 internal immutable UTC_OFFSET;

    /// @inheritdoc IEarlyPayments
    uint256 public earlyPaymentCount;
    /// @inheritdoc IEarlyPayments
    mapping(uint32 receivable => uint72) public waitingFaceOf;
    mapping(uint256 earlyPayment => Record) private _records;
    mapping(uint256 instruction => uint256 earlyPayment) private _paidBy;
    mapping(uint32 member => BitMaps.BitMap) private _nonces;

    constructor(
        IMembers members,
        IRules rules,
        IReceivables receivables,
        ICreditCertificates certificates,
        IClaims claims,
        ISettlement settlement,
        ISettlementRuns runs
    ) EIP712("Tallystick", "1") {
        MEMBERS = members;
        RECEIVABLES = receivables;
        CERTIFICATES = certificates;
        CLAIMS = claims;
        SETTLEMENT = settlement;
        RUNS = runs;
        UTC_OFFSET = rules.utcOffset();
    }

    modifier onlySettlement() {
        require(msg.sender == address(SETTLEMENT), EarlyPaymentsNotIssuedHere(msg.sender));
        _;
    }

    // ---------------------------------------------------------- early payment

    /// @inheritdoc IEarlyPayments
    function agree(
        EarlyPayment calldata terms,
        IReceivables.Signature calldata obligor,
        IReceivables.Signature calldata holder,
        bytes32 ref
    ) external returns (uint256 earlyPayment, uint256 instruction) {
        require(terms.paid <= terms.face, EarlyPaymentsPaidAboveFace(terms.paid, terms.face));
        bytes3 currency = _requireParties(terms.token, terms.obligor, terms.holder);
        _requireBeforeCutOff(_receivableOf(terms.token));
        _requireSigned(terms.obligor, _earlyPaymentDigest(terms, obligor), obligor);
        _requireSigned(terms.holder, _earlyPaymentDigest(terms, holder), holder);
        _useNonce(terms.obligor, terms.obligorNonce);
        _useNonce(terms.holder, terms.holderNonce);

        earlyPayment = ++earlyPaymentCount;
        uint256 holdId = CERTIFICATES.hold(terms.token, terms.holder, terms.face, terms.expiresAt, ref);
        instruction = _instruct(terms, currency, ref);
        _paidBy[instruction] = earlyPayment;
        // Token ids have 64 bits; holds and instructions are counted one by one.
        _records[earlyPayment] = Record(
            uint64(terms.token),
            terms.face,
            terms.paid,
            State.Agreed,
            uint128(holdId),
            uint128(instruction)
        );
        bool overdue = MEMBERS.memberOf(terms.obligor).overdue != 0;
        emit EarlyPaymentAgreed(earlyPayment, terms.token, instruction, holdId, terms, overdue, ref);
    }

    /// @inheritdoc IEarlyPayments
    function deliver(uint256 earlyPayment, bytes32 ref) external {
        Record memory r = _records[earlyPayment];
        require(r.state == State.Waiting, EarlyPaymentsNothingWaits(earlyPayment, r.state));
        waitingFaceOf[_receivableOf(r.token)] -= r.face;
        // The token refuses while the position is frozen or a run is open.
        _settle(earlyPayment, r, ref);
    }

    // ---------------------------------------------------- retirement to a bill

    /// @inheritdoc IEarlyPayments
    function retireToBill(
        Retirement calldata terms,
        uint72[] calldata lefts,
        IReceivables.Signature calldata obligor,
        IReceivables.Signature calldata holder,
        bytes32 ref
    ) external {
        (uint72 from, uint72 to) = (terms.bill.from, terms.bill.to);
        require(from < to && to - from == terms.value, EarlyPaymentsRangeDiffers(terms.value, from, to));
        _requireParties(terms.token, terms.obligor, terms.holder);
        uint32 receivable = _receivableOf(terms.token);
        require(!CERTIFICATES.slotInfo(receivable).running, EarlyPaymentsRunOpen(receivable));
        _requireSigned(terms.obligor, _retirementDigest(terms, obligor), obligor);
        _requireSigned(terms.holder, _retirementDigest(terms, holder), holder);
        _useNonce(terms.obligor, terms.obligorNonce);
        _useNonce(terms.holder, terms.holderNonce);

        emit RetiredToBill(terms.token, terms.bill.tag, terms, ref);
        bytes32 claimant = ClaimantId.toId(address(this), uint64(terms.token));
        CLAIMS.claimRange(claimant, terms.bill, terms.earlier, lefts, ref);
        CERTIFICATES.retire(terms.token, terms.holder, terms.value, ref);
        _discharge(receivable, terms.value, ref);
    }

    // ----------------------------------------------------------------- nonces

    /// @inheritdoc IEarlyPayments
    function cancelNonce(uint256 nonce, bytes32 ref) external {
        (uint32 member, ) = MEMBERS.requireMember(msg.sender);
        _useNonce(member, nonce);
        emit EarlyPaymentNonceCancelled(member, nonce, ref);
    }

    // ------------------------------------------------- outcomes of instructions

    /// @inheritdoc IPaymentListener
    function onAccepted(uint256 instruction, bytes32 ref) external onlySettlement {
        CERTIFICATES.makeFirm(_records[_paidBy[instruction]].holdId, ref);
    }

    /// @inheritdoc IPaymentListener
    function onPaid(uint256 instruction, uint72, uint16, bytes32 ref) external onlySettlement {
        uint256 earlyPayment = _paidBy[instruction];
        Record memory r = _records[earlyPayment];
        uint32 receivable = _receivableOf(r.token);
        (ISplitToken.Link memory link, ) = CERTIFICATES.positionOf(r.token);
        bool frozen = link.flags & PositionLib.FROZEN != 0;
        if (!frozen && !CERTIFICATES.slotInfo(receivable).running) {
            _settle(earlyPayment, r, ref);
            return;
        }
        _records[earlyPayment].state = State.Waiting;
        waitingFaceOf[receivable] += r.face;
        emit EarlyPaymentWaits(earlyPayment, ref);
        _clearIfPaid(receivable, ref);
    }

    /// @inheritdoc IPaymentListener
    function onFailed(uint256 instruction, bytes32 ref) external onlySettlement {
        uint256 earlyPayment = _paidBy[instruction];
        Record storage r = _records[earlyPayment];
        r.state = State.Failed;
        emit EarlyPaymentFailed(earlyPayment, ref);
        CERTIFICATES.releaseHold(r.holdId, ref);
    }

    // ------------------------------------------------------------------ views

    /// @inheritdoc IPaymentListener
    function isAcceptable(uint256 instruction) external view returns (bool) {
        (bool open, ) = _beforeCutOff(_receivableOf(_records[_paidBy[instruction]].token));
        return open;
    }

    /// @inheritdoc IEarlyPayments
    function earlyPaymentOf(
        uint256 earlyPayment
    )
        external
        view
        returns (uint256 token, uint72 face, uint72 paid, uint256 holdId, uint256 instruction, State state)
    {
        Record memory r = _records[earlyPayment];
        return (r.token, r.face, r.paid, r.holdId, r.instruction, r.state);
    }

    /// @inheritdoc IEarlyPayments
    function isNonceUsed(uint32 member, uint256 nonce) external view returns (bool) {
        return _nonces[member].get(nonce);
    }

    // -------------------------------------------------------------- internals

    /// @dev Ends the held value. Pay that a run had reserved for it goes back: the obligor paid it twice.
    function _settle(uint256 earlyPayment, Record memory r, bytes32 ref) private {
        _records[earlyPayment].state = State.Settled;
        emit EarlyPaymentSettled(earlyPayment, r.token, r.face, r.paid, ref);
        (, , uint72 freed) = CERTIFICATES.settleHold(r.holdId, ref);
        if (freed != 0) RUNS.freeReserved(r.token, freed, ref);
        _discharge(_receivableOf(r.token), r.face, ref);
    }

    function _discharge(uint32 receivable, uint72 amount, bytes32 ref) private {
        RECEIVABLES.discharge(receivable, amount, ref);
        _clearIfPaid(receivable, ref);
    }

    function _clearIfPaid(uint32 receivable, bytes32 ref) private {
        if (RUNS.isOverdue(receivable) && RUNS.unpaidOf(receivable) == 0) RUNS.clearIfPaid(receivable, ref);
    }

    /// @dev Face = principal + discount; only the principal is paid.
    function _instruct(EarlyPayment calldata terms, bytes3 currency, bytes32 ref) private returns (uint256) {
        ISettlement.Instruction memory i;
        i.payer = terms.obligor;
        i.payee = terms.holder;
        i.bank = terms.bank;
        i.amount = terms.paid;
        i.currency = currency;
        i.kind = ISettlement.Kind.EarlyPayment;
        i.expiresAt = terms.expiresAt;
        i.subject = uint64(terms.token);
        uint72 discount = terms.face - terms.paid;
        ISettlement.PaymentLeg[] memory legs = new ISettlement.PaymentLeg[](discount == 0 ? 1 : 2);
        legs[0] = ISettlement.PaymentLeg(terms.paid, terms.paid, ISettlement.LegKind.Principal);
        if (discount != 0) legs[1] = ISettlement.PaymentLeg(discount, 0, ISettlement.LegKind.Discount);
        return SETTLEMENT.issueInstruction(i, legs, ref);
    }

    function _useNonce(uint32 member, uint256 nonce) private {
        require(!_nonces[member].get(nonce), EarlyPaymentsNonceUsed(member, nonce));
        _nonces[member].set(nonce);
    }

    /// @dev That the terms name the obligor and the holder of a position that has one payee; answers its currency.
    function _requireParties(uint256 token, uint32 obligor, uint32 holder) private view returns (bytes3 currency) {
        (ISplitToken.Link memory link, ) = CERTIFICATES.positionOf(token);
        ISplitToken.Slot memory slot = CERTIFICATES.slotInfo(_receivableOf(token));
        require(obligor == slot.noticeTo, EarlyPaymentsNotObligor(token, obligor, slot.noticeTo));
        require(holder == link.owner, EarlyPaymentsNotHolder(token, holder, link.owner));
        require(link.flags & PositionLib.RECOURSE == 0, EarlyPaymentsRecourse(token));
        return slot.unit;
    }

    function _requireBeforeCutOff(uint32 receivable) private view {
        (bool open, uint16 dueDay) = _beforeCutOff(receivable);
        require(open, EarlyPaymentsTooLate(receivable, CivilDay.dayOf(block.timestamp, UTC_OFFSET), dueDay));
    }

    /// @dev Whether the due day is not over and no run has opened.
    function _beforeCutOff(uint32 receivable) private view returns (bool open, uint16 dueDay) {
        ISplitToken.Slot memory slot = CERTIFICATES.slotInfo(receivable);
        return (!slot.closed && CivilDay.dayOf(block.timestamp, UTC_OFFSET) <= slot.dueDay, slot.dueDay);
    }

    /// @dev That a party agreed: by a signature, or by sending the transaction itself.
    function _requireSigned(uint32 member, bytes32 digest, IReceivables.Signature calldata s) private view {
        if (s.signature.length == 0 && s.account == msg.sender) {
            require(MEMBERS.isActiveAccount(msg.sender, member), IMemberErrors.MembersNotAccountOf(msg.sender, member));
        } else {
            MEMBERS.requireSignature(member, s.epoch, s.deadline, s.account, digest, s.signature);
        }
    }

    function _earlyPaymentDigest(
        EarlyPayment calldata terms,
        IReceivables.Signature calldata s
    ) private view returns (bytes32) {
        return _hashTypedDataV4(keccak256(abi.encode(EARLY_PAYMENT_TYPEHASH, terms, s.deadline, s.epoch)));
    }

    function _retirementDigest(
        Retirement calldata terms,
        IReceivables.Signature calldata s
    ) private view returns (bytes32) {
        bytes32 structHash = keccak256(
            abi.encode(
                RETIREMENT_TYPEHASH,
                terms.token,
                terms.obligor,
                terms.holder,
                terms.value,
                ClaimHash.ofRange(terms.bill),
                ClaimHash.ofEarlier(terms.earlier),
                terms.obligorNonce,
                terms.holderNonce,
                s.deadline,
                s.epoch
            )
        );
        return _hashTypedDataV4(structHash);
    }

    function _receivableOf(uint256 token) private pure returns (uint32) {
        return uint32(token >> 32);
    }
}
