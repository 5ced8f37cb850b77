// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {ICertificateSettlement} from "../../../contracts/interfaces/ICertificateSettlement.sol";
import {IReceivables} from "../../../contracts/interfaces/IReceivables.sol";
import {ISettlement} from "../../../contracts/interfaces/ISettlement.sol";
import {ISplitToken} from "../../../contracts/interfaces/ISplitToken.sol";
import {PositionLib} from "../../../contracts/types/Position.sol";
import {LedgerSetup} from "../helpers/LedgerSetup.sol";
import {CirculationHandler} from "./CirculationHandler.sol";
import {CirculationWorld} from "./CirculationWorld.sol";

/// @title CirculationInvariants
/// @notice I1 to I4 and I8 to I10 over whole ledgers: of the receivable of the last step after every step, of all at
/// the end.
contract CirculationInvariants is LedgerSetup {
    CirculationHandler private handler;
    bytes4[] private steps;
    mapping(uint32 receivable => uint256) private unmatched;

    function setUp() external {
        deployLedger();
        address secondLegal = vm.addr(uint256(keccak256("second legal account")));
        vm.prank(accountOf(LEGAL));
        members.addAccount(secondLegal, 0);
        vm.warp(block.timestamp + 48 hours);
        handler = new CirculationHandler(
            CirculationWorld.Ledger({
                members: members,
                rules: rules,
                receivables: receivables,
                certificates: certificates,
                settlement: settlement,
                runs: runs,
                early: earlyPayments,
                factoring: factoring
            }),
            CirculationWorld.Cast({
                operator: OPERATOR,
                bank: BANK,
                legal: LEGAL,
                secondLegal: secondLegal,
                suppliers: [SUPPLIER_A, SUPPLIER_B, SUPPLIER_C],
                financiers: [FINANCIER_A, FINANCIER_B]
            })
        );
        handler.start(OBLIGOR_A);
        handler.start(OBLIGOR_B);
        _chooseSteps();
        target(address(handler), steps);
    }

    function _chooseSteps() private {
        steps = [
            handler.issue.selector,
            handler.split.selector,
            handler.merge.selector,
            handler.transfer.selector,
            handler.transferBatch.selector,
            handler.operate.selector,
            handler.accept_.selector,
            handler.offer.selector,
            handler.acceptOffer.selector,
            handler.endOffer.selector,
            handler.trespass.selector,
            handler.finance.selector,
            handler.proceed.selector,
            handler.agree.selector,
            handler.attest.selector,
            handler.payFrozen.selector,
            handler.deliver.selector,
            handler.retire.selector,
            handler.buyBack.selector,
            handler.settle.selector,
            handler.settleBatch.selector,
            handler.settleWaiting.selector,
            handler.markOverdue.selector,
            handler.freeze.selector,
            handler.suspend.selector,
            handler.changeAccount.selector,
            handler.wait_.selector
        ];
    }

    /// @notice The receivable of the last step and each of its positions are as the model says.
    function invariantTheLastStepIsTrue() external view {
        uint32 last = handler.last();
        if (last != 0) _assertReceivable(last);
    }

    /// @notice Everything is true at the end.
    function afterInvariant() external {
        _assertAll();
    }

    /// @notice Steps picked by fixed numbers do all that a run can do: random runs prove nothing about what never acts.
    function testEveryStepActs() external {
        for (uint256 i = 0; i < 2_000; i++) {
            uint256 seed = uint256(keccak256(abi.encode(i)));
            bytes4 step = steps[seed % steps.length];
            (bool done, ) = address(handler).call(abi.encodeWithSelector(step, seed >> 8));
            assertTrue(done, "a step reverted");
        }
        for (uint256 i = 0; i < steps.length; i++) assertTrue(handler.acted(steps[i]) != 0, "a step never acted");
        _assertAll();
    }

    function _assertAll() private {
        for (uint256 i = 1; i <= settlement.unmatchedCount(); i++) {
            ISettlement.Attestation memory a = settlement.unmatchedOf(i).attestation;
            ISettlement.Instruction memory its = settlement.instructionOf(a.instruction);
            if (its.kind == ISettlement.Kind.Settlement) unmatched[uint32(its.subject)] += a.amount;
        }
        uint256 count = handler.slotCount();
        for (uint256 i = 0; i < count; i++) {
            uint32 receivable = handler.slotAt(i);
            _assertReceivable(receivable);
            (uint256 matched, , ) = runs.reconciliationOf(receivable);
            uint256 attested = handler.issuedOf(receivable).attested;
            assertEq(matched + unmatched[receivable], attested, "I8: what banks attested is all there");
        }
        _assertLimits(count);
    }

    function _assertReceivable(uint32 id) private view {
        CirculationWorld.Issued memory its = handler.issuedOf(id);
        IReceivables.Receivable memory r = receivables.receivableOf(id);
        ICertificateSettlement.Totals memory totals = certificates.totalsOf(id);
        assertEq(uint256(totals.live) + totals.settled + totals.retired, its.amount, "I1");
        assertEq(totals.settled, its.settled, "settled by what was paid");
        assertEq(r.openAmount, totals.live, "open is live");
        bool open = r.state == IReceivables.State.Accepted;
        assertTrue(open == (totals.live != 0), "discharged when nothing lives");
        (uint256 matched, uint256 settled, uint256 reserved) = runs.reconciliationOf(id);
        assertEq(matched, settled + reserved, "I8");
        ISplitToken.Slot memory slot = certificates.slotInfo(id);
        assertEq(r.dueDay, its.dueDay, "I10");
        assertEq(slot.dueDay, its.dueDay, "I10 of certificates");
        assertEq(slot.noticeTo, its.obligor, "I2: obligor");
        assertEq(bytes32(slot.unit), bytes32(its.currency), "I2: currency");
        _assertPositions(id, slot, totals);
    }

    function _assertPositions(
        uint32 receivable,
        ISplitToken.Slot memory slot,
        ICertificateSettlement.Totals memory totals
    ) private view {
        (uint256 live, uint256 waiting) = (0, 0);
        uint256[] memory reserved = _reserved(receivable, slot.serials);
        for (uint32 serial = 1; serial <= slot.serials; serial++) {
            uint256 id = (uint256(receivable) << 32) | serial;
            (ISplitToken.Link memory link, uint256 parentId) = certificates.positionOf(id);
            CirculationWorld.Plain memory plain = handler.plainOf(id);
            assertEq(link.owner, plain.owner, "I9: owner");
            assertEq(link.value, plain.value, "I9: value");
            assertEq(link.tier, plain.tier, "I2: tier");
            assertEq(uint32(parentId), plain.parent, "I2: parent");
            assertTrue(plain.parent < serial, "a parent is older");
            assertAtMost(link.held, link.value, "I3: held is at most value");
            // A run or a delivery of the whole ends reservations that are not firm.
            bool swept = slot.closed || link.value == 0;
            if (swept) assertAtMost(link.held, reserved[serial], "I3: held is reserved");
            else assertEq(link.held, reserved[serial], "I3: held is what is reserved");
            uint72 pay = link.flags & PositionLib.WAITING == 0 ? 0 : certificates.waitingOf(id);
            assertAtMost(pay, link.value, "what waits is value");
            live += link.value;
            waiting += pay;
        }
        assertEq(live, totals.live, "I1: positions are what lives");
        assertEq(waiting, totals.waiting, "what waits");
    }

    /// @dev What open offers and holds reserve of each serial.
    function _reserved(uint32 receivable, uint32 serials) private view returns (uint256[] memory sums) {
        sums = new uint256[](serials + 1);
        uint256 holds = handler.holdCount();
        for (uint256 i = 1; i <= holds; i++) {
            ISplitToken.Hold memory h = certificates.holdOf(i);
            if (uint32(h.token >> 32) == receivable) sums[uint32(h.token)] += h.value;
        }
        uint256 offers = handler.offers();
        for (uint256 i = 1; i <= offers; i++) {
            ISplitToken.Offer memory o = certificates.offerOf(i);
            if (o.state == 1 && uint32(o.token >> 32) == receivable) sums[uint32(o.token)] += o.value;
        }
    }

    /// @dev I4: what obligors have in use is what lives of their receivables, within their limits.
    function _assertLimits(uint256 count) private view {
        for (uint256 n = 0; n < handler.obligorCount(); n++) {
            uint32 obligor = handler.obligorAt(n);
            uint256 live;
            for (uint256 i = 0; i < count; i++) {
                uint32 receivable = handler.slotAt(i);
                if (handler.issuedOf(receivable).obligor == obligor) live += certificates.totalsOf(receivable).live;
            }
            (uint72 limit, uint72 inUse) = receivables.limitOf(obligor, "CNY");
            assertEq(inUse, live, "I4: in use is what lives");
            assertAtMost(inUse, limit, "I4");
        }
    }
}
