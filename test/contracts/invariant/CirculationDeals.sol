// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IClaims} from "../../../contracts/interfaces/IClaims.sol";
import {IEarlyPayments} from "../../../contracts/interfaces/IEarlyPayments.sol";
import {IFactoring} from "../../../contracts/interfaces/IFactoring.sol";
import {IFactoringEvents} from "../../../contracts/interfaces/IFactoringEvents.sol";
import {IReceivables} from "../../../contracts/interfaces/IReceivables.sol";
import {ISettlement} from "../../../contracts/interfaces/ISettlement.sol";
import {ISettlementErrors} from "../../../contracts/interfaces/ISettlementErrors.sol";
import {ISplitToken} from "../../../contracts/interfaces/ISplitToken.sol";
import {ISplitTokenErrors} from "../../../contracts/interfaces/ISplitTokenErrors.sol";
import {ClaimHash} from "../../../contracts/libraries/ClaimHash.sol";
import {PositionLib} from "../../../contracts/types/Position.sol";
import {CirculationMoves} from "./CirculationMoves.sol";

/// @title CirculationDeals
/// @notice Random steps of what hangs on payments: financing, early payment, retirement to a bill and buy-back.
abstract contract CirculationDeals is CirculationMoves {
    enum Kind {
        Financing,
        EarlyPayment,
        BuyBack
    }

    /// @dev `id` is the financing, the early payment or the token that is bought back.
    struct Deal {
        Kind kind;
        uint256 id;
        uint256 instruction;
    }

    bytes32 private constant EARLY_PAYMENT_TYPEHASH = keccak256(
        // solhint-disable-next-line max-line-length
        "EarlyPayment(uint256 token,uint32 obligor,uint32 holder,uint72 face,uint72 paid,uint32 bank,uint40 expiresAt,uint256 obligorNonce,uint256 holderNonce,uint256 deadline,uint32 epoch)"
    );
    bytes32 private constant RETIREMENT_TYPEHASH = keccak256(
        "Retirement(uint256 token,uint32 obligor,uint32 holder,uint72 value,BillRange bill,EarlierTags[] earlier,"
        "uint256 obligorNonce,uint256 holderNonce,uint256 deadline,uint32 epoch)"
        "BillRange(uint32 epoch,bytes32 tag,uint72 from,uint72 to)EarlierTags(uint32 epoch,bytes32[] tags)"
    );

    Deal[] private _deals;

    // --- steps

    /// @dev A supplier's part, or the whole of what a financier holds, is sold on a signed quote.
    function finance(uint256 seed) external acts {
        uint256 id = seed % 3 == 0 ? _financed(seed) : 0;
        if (id == 0) id = _circulating(seed, 1);
        _finance(id, seed, seed % 2 == 0);
    }

    function proceed(uint256 seed) external acts {
        uint256 count = ledger.factoring.financingCount();
        for (uint256 i = 0; i < count; i++) {
            uint256 financing = 1 + (((seed % count) + i) % count);
            IFactoring.Financing memory f = ledger.factoring.financingOf(financing);
            if (f.state != IFactoringEvents.State.Accepted) continue;
            last = uint32(f.token >> 32);
            if (block.timestamp > f.registerBy || !_isOpen(f.token))
                return ledger.factoring.expireFinancing(financing, 0);
            if (seed % 5 != 0) return _register(financing, f);
            _as(f.financier);
            return ledger.factoring.refuse(financing, 0);
        }
        uint256 made = _finance(_circulating(seed, 1), seed, seed % 2 == 0);
        _register(made, ledger.factoring.financingOf(made));
    }

    function agree(uint256 seed) external acts {
        _agree(_circulating(seed, 1), seed);
    }

    /// @dev The bank accepts, pays or returns an open instruction; or anyone ends it.
    function attest(uint256 seed) external acts {
        uint256 index = _openDeal(seed);
        if (index == _deals.length) {
            _agree(_circulating(seed, 1), seed);
            index = _deals.length - 1;
        }
        Deal memory deal = _deals[index];
        ISettlement.Instruction memory i = ledger.settlement.instructionOf(deal.instruction);
        last = uint32(i.subject >> 32);
        bool late = block.timestamp > i.expiresAt || !_acceptable(deal, i);
        if (i.state == ISettlement.State.Issued && late) {
            ledger.settlement.expireInstruction(deal.instruction, 0);
        } else if (i.state == ISettlement.State.Issued && seed % 3 == 0) {
            uint16 today = _today();
            _as(cast.bank);
            ledger.settlement.acceptInstruction(deal.instruction, today, 0);
        } else if (seed % 5 == 0) {
            _attest(deal.instruction, ISettlement.Outcome.Returned, i.amount);
        } else {
            _pay(deal, i);
        }
    }

    function payFrozen(uint256 seed) external acts {
        _payFrozen(seed);
    }

    function deliver(uint256 seed) external {
        (bool found, Deal memory deal) = _waitingDeal(seed);
        if (!found) deal = _payFrozen(seed);
        uint256 id = ledger.settlement.instructionOf(deal.instruction).subject;
        last = uint32(id >> 32);
        if (seed % 4 != 0 && _isFrozen(id)) _setFrozen(id, false);
        uint256 number = _deliveryOf(deal);
        if (_mayMove(id) && plainOf(id).value != 0) {
            _deliver(deal, number);
            acted[msg.sig]++;
            return;
        }
        // A run may have paid all of a position whose buy-back is paid as well.
        bytes4 refusal = ISplitTokenErrors.SplitTokenZeroValue.selector;
        if (_isRunning(id)) refusal = ISplitTokenErrors.SplitTokenRunOpen.selector;
        if (_isFrozen(id)) refusal = ISplitTokenErrors.SplitTokenFrozen.selector;
        vm.expectPartialRevert(refusal);
        if (deal.kind == Kind.EarlyPayment) ledger.early.deliver(number, 0);
        else ledger.factoring.deliver(number, 0);
        refused[msg.sig]++;
    }

    function retire(uint256 seed) external acts {
        uint256 id = _circulating(seed, 1);
        ISplitToken.Link memory link = _link(id);
        uint72 value = uint72(bound(_dice(seed, 1), 1, link.value));
        IEarlyPayments.Retirement memory terms;
        (terms.token, terms.obligor, terms.holder) = (id, issuedOf(uint32(id >> 32)).obligor, link.owner);
        terms.value = value;
        terms.bill = IClaims.BillRange(0, keccak256(abi.encode("bill", ++counter)), 0, value);
        (terms.obligorNonce, terms.holderNonce) = (counter, counter);
        uint32 epoch = ledger.members.epochOf(link.owner);
        bytes32 hash = this.hashOf(terms, epoch);
        IReceivables.Signature memory holder = _signed(link.owner, address(ledger.early), hash, epoch);
        IReceivables.Signature memory obligor = _own(terms.obligor);
        vm.prank(obligor.account);
        ledger.early.retireToBill(terms, _firstRange(), obligor, holder, 0);
        _ended(id, value);
    }

    /// @dev EIP-712 struct hash of a retirement, signed until now.
    function hashOf(IEarlyPayments.Retirement calldata t, uint32 epoch) external view returns (bytes32) {
        (bytes32 bill, bytes32 earlier) = (ClaimHash.ofRange(t.bill), ClaimHash.ofEarlier(t.earlier));
        bytes memory parties = abi.encode(RETIREMENT_TYPEHASH, t.token, t.obligor, t.holder, t.value, bill, earlier);
        return keccak256(bytes.concat(parties, abi.encode(t.obligorNonce, t.holderNonce, block.timestamp, epoch)));
    }

    /// @dev Nothing of the bill is claimed below.
    function _firstRange() private pure returns (uint72[] memory lefts) {
        lefts = new uint72[](1);
        lefts[0] = type(uint72).max;
    }

    function buyBack(uint256 seed) external acts {
        uint256 token = _inDefault(seed);
        if (token == 0) token = _defaulted(seed);
        last = uint32(token >> 32);
        uint32 holder = _link(token).owner;
        _as(holder);
        uint256 instruction = ledger.factoring.requestBuyBack(token, cast.bank, uint40(block.timestamp + 1 days), 0);
        _deals.push(Deal(Kind.BuyBack, token, instruction));
        if (seed % 3 == 0) return;
        _pay(_deals[_deals.length - 1], ledger.settlement.instructionOf(instruction));
    }

    // --- financing

    function _finance(uint256 id, uint256 seed, bool recourse) internal returns (uint256 financing) {
        ISplitToken.Link memory link = _link(id);
        IFactoring.Quote memory q;
        (q.token, q.holder, q.bank, q.nonce) = (id, link.owner, cast.bank, ++counter);
        q.financier = cast.financiers[link.owner == cast.financiers[0] ? 1 : 0];
        q.value = uint72(bound(_dice(seed, 5), 1, link.value - link.held));
        q.recourse = recourse;
        if (recourse) q.claim = uint72(bound(_dice(seed, 6), 1, q.value));
        if (link.flags & PositionLib.FINANCED != 0) {
            IFactoring.Recourse memory carried = ledger.factoring.recourseOf(id);
            (q.recourse, q.claim) = (carried.debtor != 0, carried.claim);
            if (q.recourse) q.value = link.value;
        }
        q.principal = uint72(bound(_dice(seed, 7), 1, q.value));
        q.discount = q.value - q.principal;
        q.registerBy = uint40(block.timestamp + bound(_dice(seed, 8), 1, 3 days));
        q.payBy = q.registerBy + 1 days;
        q.termsDigest = issuedOf(uint32(id >> 32)).termsDigest;
        q.deadline = block.timestamp;
        q.epoch = ledger.members.epochOf(q.financier);
        address account = _accountOf(q.financier);
        bytes memory signature = _sign(q.financier, address(ledger.factoring), ledger.factoring.quoteDigest(q));
        _as(q.holder);
        financing = ledger.factoring.acceptQuote(q, account, signature, 0);
        last = uint32(id >> 32);
    }

    function _register(uint256 financing, IFactoring.Financing memory f) internal {
        _as(f.financier);
        uint256 instruction = ledger.factoring.register(financing, bytes32(financing), uint40(block.timestamp), 0);
        _deals.push(Deal(Kind.Financing, financing, instruction));
    }

    /// @dev A financier's position that it may sell.
    function _financed(uint256 seed) private view returns (uint256) {
        for (uint256 i = 0; i < ids.length; i++) {
            uint256 id = ids[((seed % ids.length) + i) % ids.length];
            if (plainOf(id).value == 0 || _isSupplier(plainOf(id).owner) || !_isOpen(id)) continue;
            ISplitToken.Link memory link = _link(id);
            if (link.held != 0 || link.flags & PositionLib.FROZEN != 0) continue;
            return id;
        }
        return 0;
    }

    // --- early payment

    function _agree(uint256 id, uint256 seed) internal {
        ISplitToken.Link memory link = _link(id);
        IEarlyPayments.EarlyPayment memory terms;
        (terms.token, terms.obligor, terms.holder) = (id, issuedOf(uint32(id >> 32)).obligor, link.owner);
        terms.face = uint72(bound(_dice(seed, 5), 1, link.value - link.held));
        terms.paid = uint72(bound(_dice(seed, 6), 1, terms.face));
        (terms.bank, terms.obligorNonce) = (cast.bank, ++counter);
        terms.holderNonce = terms.obligorNonce;
        terms.expiresAt = uint40(block.timestamp + bound(_dice(seed, 7), 1, 3 days));
        uint32 epoch = ledger.members.epochOf(link.owner);
        bytes32 hash = keccak256(abi.encode(EARLY_PAYMENT_TYPEHASH, terms, block.timestamp, epoch));
        IReceivables.Signature memory holder = _signed(link.owner, address(ledger.early), hash, epoch);
        IReceivables.Signature memory obligor = _own(terms.obligor);
        vm.prank(obligor.account);
        (uint256 early, uint256 instruction) = ledger.early.agree(terms, obligor, holder, 0);
        _deals.push(Deal(Kind.EarlyPayment, early, instruction));
    }

    // --- buy-back

    function _inDefault(uint256 seed) private view returns (uint256) {
        for (uint256 i = 0; i < ids.length; i++) {
            uint256 id = ids[((seed % ids.length) + i) % ids.length];
            if (plainOf(id).value == 0 || _isSupplier(plainOf(id).owner)) continue;
            IFactoring.Recourse memory r = ledger.factoring.recourseOf(id);
            if (r.debtor == 0 || r.buyBack != 0 || r.claim == 0) continue;
            if (_today() < ledger.runs.defaultDayOf(uint32(id >> 32)) || _link(id).held != 0) continue;
            if (plainOf(id).value > ledger.certificates.waitingOf(id)) return id;
        }
        return 0;
    }

    /// @dev A position that was financed with recourse and whose grace period is over.
    function _defaulted(uint256 seed) private returns (uint256 token) {
        uint256 financing = _finance(_circulating(seed, 1), seed, true);
        _register(financing, ledger.factoring.financingOf(financing));
        Deal memory deal = _deals[_deals.length - 1];
        _pay(deal, ledger.settlement.instructionOf(deal.instruction));
        token = ledger.factoring.financingOf(financing).child;
        _goTo(ledger.runs.defaultDayOf(uint32(token >> 32)));
    }

    // --- payments

    /// @dev The bank attests payment; what it pays for is delivered at once, unless it can't move or comes too late.
    function _pay(Deal memory deal, ISettlement.Instruction memory i) private {
        bool takes =
            ledger.settlement.instructionOf(deal.instruction).state == ISettlement.State.Accepted ||
                (block.timestamp <= i.expiresAt && _acceptable(deal, i));
        uint256 next = _nextSerial(i.subject);
        _attest(deal.instruction, ISettlement.Outcome.Paid, i.amount);
        if (!takes) return;
        bool moved = _mayMove(i.subject) && _link(i.subject).value != plainOf(i.subject).value;
        if (moved) _noteDelivery(deal, next);
        else assertTrue(_isWaiting(deal) || deal.kind == Kind.BuyBack, "paid and neither delivered nor waiting");
    }

    /// @dev A payment that was accepted is paid while the position is frozen: its delivery waits.
    function _payFrozen(uint256 seed) private returns (Deal memory deal) {
        uint256 id = _circulating(seed, 1);
        if (seed % 2 == 0) {
            uint256 financing = _finance(id, seed, _dice(seed, 9) % 2 == 0);
            _register(financing, ledger.factoring.financingOf(financing));
        } else {
            _agree(id, seed);
        }
        deal = _deals[_deals.length - 1];
        ISettlement.Instruction memory i = ledger.settlement.instructionOf(deal.instruction);
        _setFrozen(id, true);
        uint16 today = _today();
        _as(cast.bank);
        ledger.settlement.acceptInstruction(deal.instruction, today, 0);
        _pay(deal, i);
    }

    function _deliver(Deal memory deal, uint256 number) private {
        uint256 next = _nextSerial(ledger.settlement.instructionOf(deal.instruction).subject);
        if (deal.kind == Kind.EarlyPayment) ledger.early.deliver(number, 0);
        else ledger.factoring.deliver(number, 0);
        _noteDelivery(deal, next);
    }

    function _noteDelivery(Deal memory deal, uint256 next) private {
        if (deal.kind == Kind.EarlyPayment) {
            (uint256 token, uint72 face, , , , ) = ledger.early.earlyPaymentOf(deal.id);
            _ended(token, face);
            _noteSettled(uint32(token >> 32), face);
        } else if (deal.kind == Kind.Financing) {
            IFactoring.Financing memory f = ledger.factoring.financingOf(deal.id);
            assertEq(f.child, next, "the child has the next serial");
            _passed(f.token, next, f.financier, f.value, 0);
        } else {
            _passed(deal.id, next, _debtors[deal.id], plainOf(deal.id).value, 0);
        }
    }

    /// @dev One attestation; the same bank reference never counts twice (I8).
    function _attest(uint256 instruction, ISettlement.Outcome outcome, uint72 amount) internal {
        ISettlement.Instruction memory i = ledger.settlement.instructionOf(instruction);
        if (i.kind == ISettlement.Kind.BuyBack) _debtors[i.subject] = i.payer;
        ISettlement.Attestation memory a;
        (a.instruction, a.outcome, a.bank, a.amount) = (instruction, outcome, i.bank, amount);
        (a.payerAccount, a.payeeAccount, a.currency) = (i.payerAccount, i.payeeAccount, i.currency);
        (a.bankReference, a.valueDay, a.receiptDigest) = (bytes32(++counter), _today(), keccak256("receipt"));
        address bank = _accountOf(i.bank);
        vm.prank(bank);
        ledger.settlement.attest(a, 0);
        vm.prank(bank);
        vm.expectPartialRevert(ISettlementErrors.SettlementReferenceUsed.selector);
        ledger.settlement.attest(a, 0);
    }

    mapping(uint256 token => uint32 debtor) private _debtors;

    function _waitingDeal(uint256 seed) private view returns (bool, Deal memory deal) {
        for (uint256 i = 0; i < _deals.length; i++) {
            deal = _deals[((seed % _deals.length) + i) % _deals.length];
            if (_isWaiting(deal)) return (true, deal);
        }
        return (false, deal);
    }

    function _openDeal(uint256 seed) private view returns (uint256 index) {
        for (uint256 n = 0; n < _deals.length; n++) {
            index = ((seed % _deals.length) + n) % _deals.length;
            ISettlement.State state = ledger.settlement.instructionOf(_deals[index].instruction).state;
            if (state == ISettlement.State.Issued || state == ISettlement.State.Accepted) return index;
        }
        return _deals.length;
    }

    /// @dev The cut-off of financings and early payments; a buy-back has none.
    function _acceptable(Deal memory deal, ISettlement.Instruction memory i) private view returns (bool) {
        return deal.kind == Kind.BuyBack || _isOpen(i.subject);
    }

    function _isWaiting(Deal memory deal) private view returns (bool) {
        if (deal.kind == Kind.Financing) {
            return ledger.factoring.financingOf(deal.id).state == IFactoringEvents.State.Waiting;
        }
        if (deal.kind == Kind.BuyBack) return ledger.factoring.recourseOf(deal.id).buyBackPaid;
        (, , , , , IEarlyPayments.State state) = ledger.early.earlyPaymentOf(deal.id);
        return state == IEarlyPayments.State.Waiting;
    }

    function _mayMove(uint256 id) private view returns (bool) {
        return !_isFrozen(id) && !_isRunning(id);
    }

    /// @dev The number under which a deal is delivered; a buy-back's is the financing of its position.
    function _deliveryOf(Deal memory deal) private view returns (uint256) {
        return deal.kind == Kind.BuyBack ? ledger.factoring.recourseOf(deal.id).financing : deal.id;
    }

    // --- signatures

    function _sign(uint32 member, address verifier, bytes32 structHash) internal view returns (bytes memory) {
        bytes32 domain = keccak256(
            abi.encode(
                keccak256("EIP712Domain(string name,string version,uint256 chainId,address verifyingContract)"),
                keccak256("Tallystick"),
                keccak256("1"),
                block.chainid,
                verifier
            )
        );
        bytes32 digest = keccak256(abi.encodePacked(hex"1901", domain, structHash));
        (uint8 v, bytes32 r, bytes32 s) = vm.sign(_keyOf(member), digest);
        return abi.encodePacked(r, s, v);
    }

    /// @dev A signature that is good for this block.
    function _signed(
        uint32 member,
        address verifier,
        bytes32 structHash,
        uint32 epoch
    ) private view returns (IReceivables.Signature memory) {
        bytes memory signature = _sign(member, verifier, structHash);
        return IReceivables.Signature(_accountOf(member), block.timestamp, epoch, signature);
    }

    /// @dev The word of whoever sends the transaction.
    function _own(uint32 member) private view returns (IReceivables.Signature memory) {
        return IReceivables.Signature(_accountOf(member), 0, 0, "");
    }

    function _goTo(uint16 day) internal virtual;

    function _setFrozen(uint256 id, bool freeze) internal virtual;
}
