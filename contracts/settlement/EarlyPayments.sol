// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IClaims} from "../interfaces/IClaims.sol";
import {ICreditCertificates} from "../interfaces/ICreditCertificates.sol";
import {IEarlyPayments} from "../interfaces/IEarlyPayments.sol";
import {ILiens} from "../interfaces/ILiens.sol";
import {ILienTypes} from "../interfaces/ILienTypes.sol";
import {IMembers} from "../interfaces/IMembers.sol";
import {IReceivables} from "../interfaces/IReceivables.sol";
import {IRules} from "../interfaces/IRules.sol";
import {IPaymentListener, ISettlement} from "../interfaces/ISettlement.sol";
import {ISettlementRuns} from "../interfaces/ISettlementRuns.sol";
import {ISplitToken} from "../interfaces/ISplitToken.sol";
import {ClaimantId} from "../libraries/ClaimantId.sol";
import {PositionLib} from "../types/Position.sol";
import {EarlyPaymentBook} from "./EarlyPaymentBook.sol";

/// @title EarlyPayments
/// @notice Discounted settlement before the due day, and retirement to a bill: both by agreement of obligor and
/// holder, and of the secured party where the value is encumbered.
contract EarlyPayments is EarlyPaymentBook {
    constructor(
        IMembers members,
        IRules rules,
        IReceivables receivables,
        ICreditCertificates certificates,
        IClaims claims,
        ISettlement settlement,
        ISettlementRuns runs,
        ILiens liens
    ) EarlyPaymentBook(members, rules, receivables, certificates, claims, settlement, runs, liens) {}

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
        bytes3 currency = _requireTerms(terms);
        _requireSigned(terms.obligor, _earlyPaymentDigest(terms, obligor), obligor);
        _requireSigned(terms.holder, _earlyPaymentDigest(terms, holder), holder);
        _useNonce(terms.obligor, terms.obligorNonce);
        _useNonce(terms.holder, terms.holderNonce);

        uint256 holdId = CERTIFICATES.hold(terms.token, terms.holder, terms.face, terms.expiresAt, ref);
        instruction = _instruct(terms, terms.holder, currency, ref);
        earlyPayment = _record(terms, false, holdId, instruction, ref);
    }

    /// @inheritdoc IEarlyPayments
    function agreePledged(
        PledgedPayment calldata payment,
        IReceivables.Signature calldata obligor,
        IReceivables.Signature calldata holder,
        IReceivables.Signature calldata securedParty,
        bytes32 ref
    ) external returns (uint256 earlyPayment, uint256 instruction) {
        EarlyPayment calldata terms = payment.terms;
        bytes3 currency = _requireTerms(terms);
        _requireSigned(terms.obligor, _pledgedDigest(payment, obligor), obligor);
        _requireSigned(terms.holder, _pledgedDigest(payment, holder), holder);
        _requireSigned(payment.securedParty, _pledgedDigest(payment, securedParty), securedParty);
        _useNonce(terms.obligor, terms.obligorNonce);
        _useNonce(terms.holder, terms.holderNonce);
        _useNonce(payment.securedParty, payment.securedPartyNonce);
        _requireLien(payment);

        instruction = _instruct(terms, payment.securedParty, currency, ref);
        earlyPayment = _record(terms, true, payment.lien, instruction, ref);
        emit EarlyPaymentOfLien(earlyPayment, payment.lien, payment.securedParty, ref);
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

    // ------------------------------------------------- outcomes of instructions

    /// @inheritdoc IPaymentListener
    function onAccepted(uint256 instruction, bytes32 ref) external onlySettlement {
        uint256 earlyPayment = _paidBy[instruction];
        Record storage r = _records[earlyPayment];
        if (!r.pledged) {
            CERTIFICATES.makeFirm(r.holdId, ref);
            return;
        }
        r.firm = true;
        emit EarlyPaymentBoundLien(earlyPayment, r.holdId, ref);
        LIENS.reserveLien(r.holdId, ref);
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
        if (!r.pledged)
            CERTIFICATES.releaseHold(r.holdId, ref);
            // Before its bank accepted, nothing of the lien was bound.
        else if (r.firm) LIENS.settleLien(r.holdId, 0, ref);
    }

    /// @inheritdoc IPaymentListener
    function isAcceptable(uint256 instruction) external view returns (bool) {
        Record memory r = _records[_paidBy[instruction]];
        (bool open, ) = _beforeCutOff(_receivableOf(r.token));
        if (!open || !r.pledged) return open;
        // Meanwhile it may have been released, enforced or paid by another payment.
        ILienTypes.Lien memory lien = LIENS.lienOf(r.holdId);
        return lien.state == ILienTypes.State.Active && lien.amount >= r.face;
    }

    // -------------------------------------------------------------- internals

    function _record(
        EarlyPayment calldata terms,
        bool pledged,
        uint256 holdId,
        uint256 instruction,
        bytes32 ref
    ) private returns (uint256 earlyPayment) {
        earlyPayment = ++earlyPaymentCount;
        _paidBy[instruction] = earlyPayment;
        // Token ids have 64 bits, liens 128; holds and instructions are counted one by one.
        _records[earlyPayment] = Record(
            uint64(terms.token),
            terms.face,
            terms.paid,
            State.Agreed,
            pledged,
            false,
            uint128(holdId),
            uint128(instruction)
        );
        bool overdue = MEMBERS.memberOf(terms.obligor).overdue != 0;
        emit EarlyPaymentAgreed(earlyPayment, terms.token, instruction, uint64(holdId), terms, overdue, ref);
    }

    /// @dev Ends the held value. Pay that a run had reserved for it goes back: the obligor paid it twice.
    function _settle(uint256 earlyPayment, Record memory r, bytes32 ref) private {
        _records[earlyPayment].state = State.Settled;
        emit EarlyPaymentSettled(earlyPayment, r.token, r.face, r.paid, ref);
        uint72 freed;
        if (r.pledged) freed = LIENS.settleLien(r.holdId, r.face, ref);
        else (, , freed) = CERTIFICATES.settleHold(r.holdId, ref);
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
    function _instruct(
        EarlyPayment calldata terms,
        uint32 payee,
        bytes3 currency,
        bytes32 ref
    ) private returns (uint256) {
        ISettlement.Instruction memory i;
        i.payer = terms.obligor;
        i.payee = payee;
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

    /// @dev That the terms are those of a payment before the due day; answers the currency.
    function _requireTerms(EarlyPayment calldata terms) private view returns (bytes3 currency) {
        require(terms.paid <= terms.face, EarlyPaymentsPaidAboveFace(terms.paid, terms.face));
        currency = _requireParties(terms.token, terms.obligor, terms.holder);
        _requireBeforeCutOff(_receivableOf(terms.token));
    }

    /// @dev That the lien is active over this position, of this secured party, and as large as what is paid.
    function _requireLien(PledgedPayment calldata payment) private view {
        ILienTypes.Lien memory lien = LIENS.lienOf(payment.lien);
        bool same = lien.asset == address(CERTIFICATES) && lien.token == payment.terms.token;
        require(same, EarlyPaymentsOtherLien(payment.lien, payment.terms.token, lien.token));
        require(lien.state == ILienTypes.State.Active, EarlyPaymentsLienInactive(payment.lien, lien.state));
        require(
            payment.securedParty == lien.securedParty,
            EarlyPaymentsNotSecured(payment.lien, payment.securedParty, lien.securedParty)
        );
        require(
            payment.terms.face != 0 && payment.terms.face <= lien.amount,
            EarlyPaymentsAboveLien(payment.lien, payment.terms.face, lien.amount)
        );
    }
}
