// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {AccessManaged} from "@openzeppelin/contracts/access/manager/AccessManaged.sol";
import {ICreditCertificates} from "../interfaces/ICreditCertificates.sol";
import {IFactoring} from "../interfaces/IFactoring.sol";
import {IMemberErrors} from "../interfaces/IMemberErrors.sol";
import {IMembers} from "../interfaces/IMembers.sol";
import {IReceivables} from "../interfaces/IReceivables.sol";
import {IRules} from "../interfaces/IRules.sol";
import {IPaymentListener, ISettlement} from "../interfaces/ISettlement.sol";
import {ISettlementRuns} from "../interfaces/ISettlementRuns.sol";
import {ISplitToken} from "../interfaces/ISplitToken.sol";
import {PositionLib} from "../types/Position.sol";
import {Roles} from "../types/Roles.sol";
import {Suspensions} from "../types/Suspensions.sol";
import {BuyBacks} from "./BuyBacks.sol";
import {FactoringBook} from "./FactoringBook.sol";
import {QuoteLib} from "./QuoteLib.sol";

/// @title Factoring
/// @notice Financiers buy positions, with or without recourse, against attested payment.
contract Factoring is BuyBacks {
    using QuoteLib for Quote;

    constructor(
        address authority,
        IMembers members,
        IRules rules,
        IReceivables receivables,
        ICreditCertificates certificates,
        ISettlement settlement,
        ISettlementRuns runs
    ) AccessManaged(authority) FactoringBook(members, rules, receivables, certificates, settlement, runs) {}

    // --- verbs of holders

    /// @inheritdoc IFactoring
    function acceptQuote(
        Quote calldata quote,
        address account,
        bytes calldata signature,
        bytes32 ref
    ) external returns (uint256 financing) {
        uint32 member = _caller();
        require(member == quote.holder, FactoringNotHolder(quote.token, member, quote.holder));
        return _accept(quote, account, signature, ref);
    }

    /// @inheritdoc IFactoring
    function acceptQuoteWithSignature(
        Quote calldata quote,
        address account,
        bytes calldata signature,
        uint256 holderNonce,
        IReceivables.Signature calldata holder,
        bytes32 ref
    ) external returns (uint256 financing) {
        bytes32 acceptance = QuoteLib.acceptanceHash(quote.hash(), holderNonce, holder.deadline, holder.epoch);
        MEMBERS.requireSignature(
            quote.holder,
            holder.epoch,
            holder.deadline,
            holder.account,
            _hashTypedDataV4(acceptance),
            holder.signature
        );
        _spendNonce(quote.holder, holderNonce, ref);
        return _accept(quote, account, signature, ref);
    }

    function _accept(
        Quote memory quote,
        address account,
        bytes calldata signature,
        bytes32 ref
    ) private returns (uint256 financing) {
        quote.checkLegs();
        _checkQuoteSigned(quote, account, signature);
        _checkParties(quote);
        _checkReceivable(quote);
        _checkResale(quote);
        _spendNonce(quote.financier, quote.nonce, ref);

        financing = ++financingCount;
        Financing storage f = _financings[financing];
        _store(f, quote);
        // The token refuses what can't be held: another holder, too little free value, frozen, circulation over.
        uint256 holdId = CERTIFICATES.hold(quote.token, quote.holder, quote.value, f.payBy, ref);
        f.holdId = uint64(holdId);
        emit QuoteAccepted(financing, quote.token, quote.financier, quote, holdId, ref);
    }

    function _checkQuoteSigned(Quote memory quote, address account, bytes calldata signature) private view {
        require(block.timestamp <= quote.deadline, FactoringQuoteExpired(quote.deadline, block.timestamp));
        require(block.timestamp <= quote.registerBy, FactoringRegisterByPassed(0, block.timestamp, quote.registerBy));
        require(quote.payBy >= quote.registerBy, FactoringPayByTooEarly(quote.payBy, quote.registerBy));
        if (signature.length == 0 && account == msg.sender) {
            require(
                MEMBERS.isActiveAccount(account, quote.financier),
                IMemberErrors.MembersNotAccountOf(account, quote.financier)
            );
        } else {
            bytes32 digest = _hashTypedDataV4(quote.hash());
            MEMBERS.requireSignature(quote.financier, quote.epoch, quote.deadline, account, digest, signature);
        }
    }

    /// @dev Being overdue as an obligor stops nobody from financing others; every other suspension does. A suspended
    /// holder still finances what it holds, unless its keys are in doubt.
    function _checkParties(Quote memory quote) private view {
        require(quote.financier != quote.holder, FactoringSameParty(quote.financier));
        MEMBERS.requireParty(quote.financier, Roles.FINANCIER, ~Suspensions.OVERDUE);
        MEMBERS.requireParty(quote.bank, Roles.SETTLEMENT_BANK, 0);
        uint16 hindering = MEMBERS.memberOf(quote.holder).suspensions & Suspensions.RECOVERY;
        require(hindering == 0, IMemberErrors.MembersSuspended(quote.holder, hindering));
    }

    /// @dev Acceptance of the receivable committed its claims, and its terms hold their tags. A credit note may have
    /// come since.
    function _checkReceivable(Quote memory quote) private view {
        uint32 id = _receivableOf(quote.token);
        IReceivables.Receivable memory receivable = RECEIVABLES.receivableOf(id);
        require(receivable.state == IReceivables.State.Accepted, FactoringReceivableState(id, receivable.state));
        require(receivable.obligor != quote.financier, FactoringSameParty(quote.financier));
        require(
            receivable.termsDigest == quote.termsDigest,
            FactoringTermsDiffer(id, receivable.termsDigest, quote.termsDigest)
        );
        RECEIVABLES.requireSound(id);
        uint256 allowed =
            _isFinanced(quote.token)
                ? 0
                : QuoteLib.interestAllowed(quote.discount, quote.obligorInterest, receivable.obligorInterestShare);
        require(quote.obligorInterest <= allowed, FactoringInterestShare(quote.obligorInterest, allowed));
    }

    /// @dev A position that was financed carries what it was financed with to its next holder.
    function _checkResale(Quote memory quote) private view {
        if (!_isFinanced(quote.token)) return;
        Recourse storage recourse = _recourses[quote.token];
        require(
            quote.recourse == (recourse.debtor != 0) &&
                quote.claim == recourse.claim &&
                quote.buyBackPrice == recourse.buyBackPrice,
            FactoringRecourseDiffers(quote.token)
        );
        if (!quote.recourse) return;
        require(quote.financier != recourse.debtor, FactoringCircularDebtor(recourse.debtor));
        ISplitToken.Link memory link = _position(quote.token);
        require(quote.value == link.value, FactoringWholeOnly(quote.token, link.value, quote.value));
    }

    function _store(Financing storage f, Quote memory quote) private {
        f.token = uint64(quote.token);
        f.financier = quote.financier;
        f.holder = quote.holder;
        f.value = quote.value;
        f.principal = quote.principal;
        f.bank = quote.bank;
        f.recourse = quote.recourse;
        f.state = State.Accepted;
        f.obligorInterest = quote.obligorInterest;
        f.claim = quote.claim;
        f.buyBackPrice = quote.buyBackPrice;
        f.fee = quote.fee;
        // Nothing is registered or accepted by a bank after the due day, whatever the quote hoped for.
        uint40 end = _endOfDueDay(quote.token);
        f.registerBy = quote.registerBy < end ? quote.registerBy : end;
        f.payBy = quote.payBy < end ? quote.payBy : end;
    }

    /// @dev Last second of the due day in the ledger's civil time.
    function _endOfDueDay(uint256 token) private view returns (uint40) {
        uint256 dueDay = _slot(token).dueDay;
        return uint40((dueDay + 1) * 1 days - UTC_OFFSET - 1);
    }

    // --- verbs of financiers

    /// @inheritdoc IFactoring
    function register(
        uint256 financing,
        bytes32 registryNumber,
        uint40 registeredAt,
        bytes32 ref
    ) external returns (uint256 instruction) {
        Financing storage f = _ownAccepted(financing);
        require(registryNumber != 0, FactoringRegistryNumberMissing(financing));
        require(
            registeredAt > 0 && registeredAt <= block.timestamp,
            FactoringRegisteredAhead(registeredAt, block.timestamp)
        );
        require(block.timestamp <= f.registerBy, FactoringRegisterByPassed(financing, block.timestamp, f.registerBy));
        require(!_circulationEnded(f.token), FactoringCirculationEnded(_receivableOf(f.token)));
        f.registryNumber = registryNumber;
        f.registeredAt = registeredAt;
        f.state = State.Instructed;
        instruction = _instructPrincipal(f, ref);
        f.instruction = uint64(instruction);
        _financingPaidBy[instruction] = financing;
        emit FinancingRegistered(financing, registryNumber, registeredAt, instruction, ref);
        if (f.obligorInterest > 0) _instructInterest(financing, f, ref);
    }

    /// @inheritdoc IFactoring
    function refuse(uint256 financing, bytes32 ref) external {
        _fail(financing, _ownAccepted(financing), ref);
    }

    function _ownAccepted(uint256 financing) private view returns (Financing storage f) {
        uint32 member = _caller();
        f = _known(financing);
        require(member == f.financier, FactoringNotFinancier(financing, member, f.financier));
        require(f.state == State.Accepted, FactoringWrongState(financing, f.state, State.Accepted));
    }

    function _instructPrincipal(Financing storage f, bytes32 ref) private returns (uint256) {
        ISettlement.PaymentLeg[] memory legs = new ISettlement.PaymentLeg[](3);
        legs[0] = ISettlement.PaymentLeg(f.principal, f.principal, ISettlement.LegKind.Principal);
        // Kept back: face that nobody is paid for.
        legs[1] = ISettlement.PaymentLeg(f.value - f.principal - f.fee, 0, ISettlement.LegKind.Discount);
        legs[2] = ISettlement.PaymentLeg(f.fee, 0, ISettlement.LegKind.Fee);
        ISettlement.Kind kind = ISettlement.Kind.Financing;
        ISettlement.Instruction memory details = _instruction(kind, f.token, f.principal, f.bank, f.payBy);
        details.payer = f.financier;
        details.payee = f.holder;
        return _issue(details, legs, ref);
    }

    function _instructInterest(uint256 financing, Financing storage f, bytes32 ref) private {
        uint72 amount = f.obligorInterest;
        ISettlement.Kind kind = ISettlement.Kind.FinancingInterest;
        ISettlement.Instruction memory details = _instruction(kind, f.token, amount, f.bank, f.payBy);
        details.payer = _slot(f.token).noticeTo;
        details.payee = f.financier;
        uint256 instruction = _issue(details, 0, ISettlement.LegKind.Interest, ref);
        f.interestInstruction = uint64(instruction);
        _interestPaidBy[instruction] = financing;
        emit ObligorInterestInstructed(financing, instruction, amount, ref);
    }

    // --- verbs of anyone

    /// @inheritdoc IFactoring
    function expireFinancing(uint256 financing, bytes32 ref) external {
        Financing storage f = _known(financing);
        require(f.state == State.Accepted, FactoringWrongState(financing, f.state, State.Accepted));
        require(
            block.timestamp > f.registerBy || _circulationEnded(f.token),
            FactoringRegisterByNotPassed(financing, block.timestamp, f.registerBy)
        );
        _fail(financing, f, ref);
    }

    /// @inheritdoc IFactoring
    function deliver(uint256 financing, bytes32 ref) external {
        Financing storage f = _known(financing);
        if (f.state == State.Delivered && _recourses[f.child].buyBackPaid) return _deliverBuyBack(f.child, ref);
        require(f.state == State.Waiting, FactoringWrongState(financing, f.state, State.Waiting));
        (uint8 flags, ISplitToken.Cause cause) = _delivery(f);
        _delivered(financing, CERTIFICATES.commitHold(f.holdId, f.financier, flags, cause, f.registryNumber, ref), ref);
    }

    // --- outcomes of payment instructions

    /// @inheritdoc IPaymentListener
    function onAccepted(uint256 instruction, bytes32 ref) external onlySettlement {
        uint256 financing = _financingPaidBy[instruction];
        if (financing != 0) CERTIFICATES.makeFirm(_financings[financing].holdId, ref);
    }

    /// @inheritdoc IPaymentListener
    function onPaid(uint256 instruction, uint72 amount, uint16, bytes32 ref) external onlySettlement {
        uint256 financing = _financingPaidBy[instruction];
        uint256 token = _buyBackPaidBy[instruction];
        if (financing != 0) _paid(financing, ref);
        else if (token != 0) _buyBackPaid(token, instruction, amount, ref);
    }

    /// @inheritdoc IPaymentListener
    function onFailed(uint256 instruction, bytes32 ref) external onlySettlement {
        uint256 financing = _financingPaidBy[instruction];
        uint256 token = _buyBackPaidBy[instruction];
        if (financing != 0) _fail(financing, _financings[financing], ref);
        else if (token != 0) _buyBackFailed(token, ref);
    }

    /// @inheritdoc IPaymentListener
    function isAcceptable(uint256 instruction) external view returns (bool) {
        uint256 financing = _financingPaidBy[instruction];
        if (financing != 0) return !_circulationEnded(_financings[financing].token);
        financing = _interestPaidBy[instruction];
        if (financing != 0) return _financings[financing].state != State.Failed;
        return _buyBackPaidBy[instruction] != 0;
    }

    function _paid(uint256 financing, bytes32 ref) private {
        Financing storage f = _financings[financing];
        (uint8 flags, ISplitToken.Cause cause) = _delivery(f);
        try CERTIFICATES.commitHold(f.holdId, f.financier, flags, cause, f.registryNumber, ref) returns (
            uint256 child
        ) {
            _delivered(financing, child, ref);
        } catch (bytes memory reason) {
            _requireReason(reason);
            f.state = State.Waiting;
            emit FinancingWaits(financing, reason, ref);
        }
    }

    function _delivery(Financing storage f) private view returns (uint8 flags, ISplitToken.Cause cause) {
        flags = f.recourse ? PositionLib.FINANCED | PositionLib.RECOURSE : PositionLib.FINANCED;
        cause = _isFinanced(f.token) ? ISplitToken.Cause.Resale : ISplitToken.Cause.Financing;
    }

    function _delivered(uint256 financing, uint256 child, bytes32 ref) private {
        Financing storage f = _financings[financing];
        f.child = uint64(child);
        f.state = State.Delivered;
        uint32 debtor;
        if (f.recourse) {
            Recourse memory carried = _recourses[f.token];
            delete _recourses[f.token];
            debtor = carried.debtor == 0 ? f.holder : carried.debtor;
            _recourses[child] = Recourse(debtor, f.claim, f.buyBackPrice, uint64(financing), false, 0);
        }
        emit Financed(financing, child, f.financier, debtor, f.claim, ref);
    }

    /// @dev Everything is again as it was before the quote was accepted, but for its nonce.
    function _fail(uint256 financing, Financing storage f, bytes32 ref) private {
        f.state = State.Failed;
        emit FinancingFailed(financing, ref);
        CERTIFICATES.releaseHold(f.holdId, ref);
        uint256 interest = f.interestInstruction;
        if (interest != 0 && SETTLEMENT.instructionOf(interest).state == ISettlement.State.Issued) {
            SETTLEMENT.withdrawInstruction(interest, ref);
        }
    }
}
