// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {AccessManaged} from "@openzeppelin/contracts/access/manager/AccessManaged.sol";
import {IFactoring} from "../interfaces/IFactoring.sol";
import {ISettlement} from "../interfaces/ISettlement.sol";
import {ISplitToken} from "../interfaces/ISplitToken.sol";
import {FactoringBook} from "./FactoringBook.sol";

/// @title BuyBacks
/// @notice Recourse: how payments are divided, and how a position goes back to its debtor at default.
abstract contract BuyBacks is FactoringBook, AccessManaged {
    /// @dev The debtor gets back what it once had: neither financed nor with recourse.
    uint8 private constant NO_FLAGS = 0;

    // --- verbs of holders

    /// @inheritdoc IFactoring
    function requestBuyBack(
        uint256 token,
        uint32 bank,
        uint40 expiresAt,
        bytes32 ref
    ) external returns (uint256 instruction) {
        Recourse storage recourse = _recourses[token];
        uint32 debtor = recourse.debtor;
        (uint72 price, uint32 holder) = _checkBuyBack(token, recourse);
        ISettlement.Instruction memory details = _instruction(ISettlement.Kind.BuyBack, token, price, bank, expiresAt);
        details.payer = debtor;
        details.payee = holder;
        // Its face is 0: a position that changes hands settles nothing.
        instruction = _issue(details, 0, ISettlement.LegKind.Principal, ref);
        recourse.buyBack = uint64(instruction);
        _buyBackPaidBy[instruction] = token;
        emit BuyBackRequested(token, instruction, debtor, price, ref);
    }

    function _checkBuyBack(
        uint256 token,
        Recourse storage recourse
    ) private view returns (uint72 price, uint32 holder) {
        holder = _caller();
        ISplitToken.Link memory link = _position(token);
        require(holder == link.owner, FactoringNotHolder(token, holder, link.owner));
        require(recourse.debtor != 0, FactoringNoRecourse(token));
        require(recourse.buyBack == 0, FactoringBuyBackRunning(token, recourse.buyBack));
        require(link.held == 0, FactoringTokenHeld(token, link.held));
        uint16 today = _today();
        uint16 defaultDay = RUNS.defaultDayOf(_receivableOf(token));
        require(today >= defaultDay, FactoringNotInDefault(token, today, defaultDay));
        price = _price(token);
        // Pay that a run reserves for a waiting position isn't in default.
        require(price > 0 && link.value > CERTIFICATES.waitingOf(token), FactoringNothingOwed(token));
    }

    // --- verbs of ledger contracts

    /// @inheritdoc IFactoring
    function applyRecourse(
        uint256 token,
        uint72 pay,
        bytes32 ref
    ) external restricted returns (uint72 toFinancier, uint32 debtor, uint72 toDebtor) {
        Recourse storage recourse = _recourses[token];
        debtor = recourse.debtor;
        if (debtor == 0) return (pay, 0, 0);
        uint72 claim = recourse.claim;
        // Once the price is paid, what is paid on the position belongs to the debtor, delivered or not.
        if (!recourse.buyBackPaid) toFinancier = pay < claim ? pay : claim;
        toDebtor = pay - toFinancier;
        recourse.claim = claim - toFinancier;
        emit RecourseReduced(token, toFinancier, debtor, toDebtor, claim - toFinancier, ref);
    }

    // --- outcomes

    function _buyBackPaid(uint256 token, uint256 instruction, uint72 amount, bytes32 ref) internal {
        Recourse storage recourse = _recourses[token];
        // A run may have paid the financier since the price was set: what is too much belongs to the debtor.
        uint72 owed = _price(token);
        if (amount > owed) SETTLEMENT.recordExcess(instruction, amount - owed, ref);
        if (owed == 0) return _buyBackFailed(token, ref);
        recourse.buyBackPaid = true;
        try CERTIFICATES.deliverWhole(token, recourse.debtor, NO_FLAGS, ISplitToken.Cause.BuyBack, ref) returns (
            uint256 child
        ) {
            _boughtBack(token, child, ref);
        } catch (bytes memory reason) {
            _requireReason(reason);
            emit BuyBackWaits(token, reason, ref);
        }
    }

    function _deliverBuyBack(uint256 token, bytes32 ref) internal {
        uint32 debtor = _recourses[token].debtor;
        uint256 child = CERTIFICATES.deliverWhole(token, debtor, NO_FLAGS, ISplitToken.Cause.BuyBack, ref);
        _boughtBack(token, child, ref);
    }

    function _boughtBack(uint256 token, uint256 child, bytes32 ref) private {
        uint32 debtor = _recourses[token].debtor;
        _financings[_recourses[token].financing].state = State.BoughtBack;
        delete _recourses[token];
        emit BoughtBack(token, child, debtor, ref);
    }

    function _buyBackFailed(uint256 token, bytes32 ref) internal {
        _recourses[token].buyBack = 0;
        emit BuyBackFailed(token, ref);
    }

    // --- what is owed

    /// @dev The unpaid face, or the quoted price less what the financier got; 0 when it got its whole claim.
    function _price(uint256 token) private view returns (uint72) {
        Recourse storage recourse = _recourses[token];
        uint72 claim = recourse.claim;
        if (claim == 0) return 0;
        uint72 unpaid = _position(token).value;
        uint72 quoted = recourse.buyBackPrice;
        if (quoted == 0 || unpaid == 0) return unpaid;
        uint72 received = _financings[recourse.financing].claim - claim;
        return quoted > received ? quoted - received : 0;
    }
}
