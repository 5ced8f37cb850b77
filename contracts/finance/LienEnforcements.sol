// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IHolds} from "../interfaces/IHolds.sol";
import {ILiens} from "../interfaces/ILiens.sol";
import {IReceiptDelivery} from "../interfaces/IReceiptDelivery.sol";
import {IReceivables} from "../interfaces/IReceivables.sol";
import {IPaymentListener, ISettlement} from "../interfaces/ISettlement.sol";
import {ISplitToken} from "../interfaces/ISplitToken.sol";
import {LienHash} from "../libraries/LienHash.sol";
import {PositionLib} from "../types/Position.sol";
import {Roles} from "../types/Roles.sol";
import {Suspensions} from "../types/Suspensions.sol";
import {LienBook} from "./LienBook.sol";

/// @title LienEnforcements
/// @notice How encumbered value is turned into money for the secured party: taken over, or sold against attested
/// payment, with the debtor's word given after its default or by legal order.
abstract contract LienEnforcements is LienBook {
    /// @dev A legal account's proposal that waits for another legal account.
    struct Proposal {
        address by;
        bytes32 digest;
    }

    mapping(uint256 lien => Proposal) private _proposals;

    modifier onlySettlement() {
        _requireSettlement();
        _;
    }

    // --- verbs of secured parties

    /// @inheritdoc ILiens
    function declareDefault(uint256 lien, bytes32 evidence, bytes32 ref) external {
        Record storage r = _ofSecured(lien, State.Active);
        r.defaultedAt = uint40(block.timestamp);
        emit LienDefaultDeclared(lien, uint40(block.timestamp), evidence, ref);
    }

    /// @inheritdoc ILiens
    function enforce(Enforcement calldata order, IReceivables.Signature calldata debtor, bytes32 ref) external {
        Record storage r = _ofSecured(order.lien, State.Active);
        uint40 declaredAt = r.defaultedAt;
        // Nobody knows the time of a block before its day, so nothing signed before the default names it: a clause that
        // forfeits the pledge in advance is void (Civil Code art. 428).
        require(
            declaredAt != 0 && order.defaultedAt == declaredAt,
            LiensDefaultDiffers(order.lien, declaredAt, order.defaultedAt)
        );
        bytes32 structHash = LienHash.ofEnforcement(order, debtor.deadline, debtor.epoch);
        _requireConsent(r.debtor, order.nonce, debtor, structHash, ref);
        _enforce(order, r, ref);
    }

    // --- verbs of legal accounts

    /// @inheritdoc ILiens
    function proposeEnforcement(Enforcement calldata order, bytes32 documentDigest, bytes32 ref) external {
        uint32 member = _legal(msg.sender);
        _in(order.lien, State.Active);
        _proposals[order.lien] = Proposal(msg.sender, _proposalOf(order, documentDigest));
        emit EnforcementProposed(order.lien, order, documentDigest, member, msg.sender, ref);
    }

    /// @inheritdoc ILiens
    function confirmEnforcement(Enforcement calldata order, bytes32 documentDigest, bytes32 ref) external {
        uint32 member = _legal(msg.sender);
        Record storage r = _in(order.lien, State.Active);
        Proposal memory proposal = _proposals[order.lien];
        require(
            proposal.by != address(0) && proposal.digest == _proposalOf(order, documentDigest),
            LiensNoProposal(order.lien)
        );
        require(proposal.by != msg.sender, LiensSameAccount(order.lien, msg.sender));
        // A key that was revoked since it proposed has no word any more.
        _legal(proposal.by);
        delete _proposals[order.lien];
        emit EnforcementConfirmed(order.lien, documentDigest, member, msg.sender, ref);
        _enforce(order, r, ref);
    }

    function _legal(address account) private view returns (uint32) {
        return _memberOf(account, Roles.LEGAL, ~Suspensions.OVERDUE);
    }

    function _proposalOf(Enforcement calldata order, bytes32 documentDigest) private pure returns (bytes32) {
        return keccak256(abi.encode(LienHash.ofEnforcement(order, 0, 0), documentDigest));
    }

    // --- verbs of anyone

    /// @inheritdoc ILiens
    function deliver(uint256 lien, bytes32 ref) external {
        Record storage r = _in(lien, State.Paid);
        (Asset memory a, ISplitToken.Hold memory h) = _holdOf(lien);
        _deliver(lien, r, a, h, _sales[lien], ref);
    }

    // --- outcomes of payment instructions

    /// @inheritdoc IPaymentListener
    function onAccepted(uint256 instruction, bytes32 ref) external onlySettlement {
        _makeFirm(_lienPaidBy[instruction], ref);
    }

    /// @inheritdoc IPaymentListener
    function onPaid(uint256 instruction, uint72, uint16, bytes32 ref) external onlySettlement {
        uint256 lien = _lienPaidBy[instruction];
        _records[lien].state = State.Paid;
        try this.deliver(lien, ref) {} catch (bytes memory reason) {
            // Without a reason it ran out of gas, and so must all: else an estimate could find the gas with which
            // only the delivery fails.
            require(reason.length != 0, LiensOutOfGas());
            emit LienSaleWaits(lien, reason, ref);
        }
    }

    /// @inheritdoc IPaymentListener
    function onFailed(uint256 instruction, bytes32 ref) external onlySettlement {
        uint256 lien = _lienPaidBy[instruction];
        Record storage r = _records[lien];
        emit LienSaleFailed(lien, instruction, ref);
        // A run may have paid the lien off while no bank had accepted.
        if (r.state != State.Selling) return;
        r.state = State.Active;
        (, ISplitToken.Hold memory h) = _holdOf(lien);
        if (h.firm) _holdsOf(lien).loosenHold(_holdIdOf(lien), ref);
    }

    /// @inheritdoc IPaymentListener
    function isAcceptable(uint256 instruction) external view returns (bool) {
        uint256 lien = _lienPaidBy[instruction];
        if (_records[lien].state != State.Selling) return false;
        (Asset memory a, ISplitToken.Hold memory h) = _holdOf(lien);
        // A run may have paid a part of it meanwhile.
        return h.value >= _sales[lien].value && !_slotOf(a.token, h.token).running;
    }

    // --- internals

    /// @dev Keeps the encumbered value for a payment that a bank accepted.
    function _makeFirm(uint256 lien, bytes32 ref) internal {
        _holdsOf(lien).makeFirm(_holdIdOf(lien), ref);
    }

    function _requireSettlement() private view {
        require(msg.sender == address(SETTLEMENT), LiensNotIssuedHere(msg.sender));
    }

    /// @dev One way for both: the price is set off against the claim by a secured party that takes over, and paid to it
    /// by any other buyer. Nothing is left over for the debtor, since the price is at most the claim: where the whole
    /// is worth more, a part is sold.
    function _enforce(Enforcement calldata order, Record storage r, bytes32 ref) private {
        uint256 lien = order.lien;
        (Asset memory a, ISplitToken.Hold memory h) = _holdOf(lien);
        _requireWithin(lien, h.value, order.value);
        require(order.price != 0 && order.price <= order.claim, LiensPrice(lien, order.price, order.claim));
        _requireOther(order.buyer, r.debtor);
        _requireOther(order.buyer, _slotOf(a.token, h.token).noticeTo);
        _requireFit(order.buyer, Roles.SUPPLIER | Roles.FINANCIER, 0);

        Sale memory sale = Sale(order.value, order.buyer, order.price, 0);
        if (order.buyer == r.securedParty) {
            _deliver(lien, r, a, h, sale, ref);
            return;
        }
        r.state = State.Selling;
        sale.instruction = uint64(_instruct(order, h.token, r.securedParty, ref));
        _sales[lien] = sale;
        _lienPaidBy[sale.instruction] = lien;
        emit LienSaleInstructed(lien, sale.instruction, sale.buyer, sale.value, sale.price, order.claim, ref);
        // What is for sale isn't picked up or replaced.
        if (a.goods) {
            IReceiptDelivery(a.token).approvePickUp(_holdIdOf(lien), 0, ref);
            IReceiptDelivery(a.token).approveReplacement(_holdIdOf(lien), 0, ref);
        }
    }

    function _instruct(
        Enforcement calldata order,
        uint64 token,
        uint32 securedParty,
        bytes32 ref
    ) private returns (uint256) {
        ISettlement.Instruction memory i;
        i.payer = order.buyer;
        i.payee = securedParty;
        i.bank = order.bank;
        i.amount = order.price;
        i.currency = order.currency;
        i.kind = ISettlement.Kind.LienSale;
        i.expiresAt = order.expiresAt;
        i.subject = token;
        // Its face is 0: a position that changes hands settles nothing.
        ISettlement.PaymentLeg[] memory legs = new ISettlement.PaymentLeg[](1);
        legs[0] = ISettlement.PaymentLeg(0, order.price, ISettlement.LegKind.Principal);
        return SETTLEMENT.issueInstruction(i, legs, ref);
    }

    /// @dev `h` is the hold as it was before. A certificate in a financier's hands moves by financing verbs only.
    function _deliver(
        uint256 lien,
        Record storage r,
        Asset memory a,
        ISplitToken.Hold memory h,
        Sale memory sale,
        bytes32 ref
    ) private {
        uint72 rest = h.value - sale.value;
        if (rest == 0) _end(lien, r, a, h.token);
        else r.state = State.Active;
        bool financed = !a.goods && MEMBERS.hasRole(sale.buyer, Roles.FINANCIER);
        uint256 child = IHolds(a.token).deliverPart(
            _holdIdOf(lien),
            sale.value,
            sale.buyer,
            financed ? PositionLib.FINANCED : 0,
            ISplitToken.Cause.Enforcement,
            r.terms,
            ref
        );
        emit LienEnforced(lien, sale.buyer, child, sale.value, sale.price, rest, ref);
    }
}
