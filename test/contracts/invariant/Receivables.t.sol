// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IClaimErrors} from "../../../contracts/interfaces/IClaimErrors.sol";
import {IClaims} from "../../../contracts/interfaces/IClaims.sol";
import {IReceivables} from "../../../contracts/interfaces/IReceivables.sol";
import {ClaimantId} from "../../../contracts/libraries/ClaimantId.sol";
import {LedgerSetup} from "../helpers/LedgerSetup.sol";
import {ReceivablesHandler} from "./ReceivablesHandler.sol";
import {ReceivablesModel} from "./ReceivablesModel.sol";

/// @title ReceivablesInvariants
/// @notice I1 without circulation, I4, I5 and I10 after every step, and all of the model at the end of each run.
contract ReceivablesInvariants is LedgerSetup {
    ReceivablesHandler private handler;
    bytes4[] private steps;

    function setUp() external {
        deployLedger();
        handler = new ReceivablesHandler(
            receivables,
            certificates,
            rules,
            ReceivablesHandler.Cast({
                obligors: [OBLIGOR_A, OBLIGOR_B],
                suppliers: [SUPPLIER_A, SUPPLIER_B, SUPPLIER_C],
                obligorAccounts: [accountOf(OBLIGOR_A), accountOf(OBLIGOR_B)],
                supplierAccounts: [accountOf(SUPPLIER_A), accountOf(SUPPLIER_B), accountOf(SUPPLIER_C)],
                operator: accountOf(OPERATOR),
                settler: address(earlyPayments)
            })
        );
        steps = [
            ReceivablesHandler.register.selector,
            ReceivablesHandler.confirm.selector,
            ReceivablesHandler.accept.selector,
            ReceivablesHandler.reject.selector,
            ReceivablesHandler.expire.selector,
            ReceivablesHandler.void.selector,
            ReceivablesHandler.setLimit.selector,
            ReceivablesHandler.setCeiling.selector,
            ReceivablesHandler.end.selector,
            ReceivablesHandler.wait_.selector
        ];
        target(address(handler), steps);
    }

    /// @notice The receivable of the last step, its limit and its invoices are as the model says.
    function invariantTheLastStepIsTrue() external view {
        uint32 last = handler.last();
        if (last == 0) return;
        _assertCase(last);
        ReceivablesModel.Case memory c = handler.caseOf(last);
        _assertLimit(c.obligor, c.currency);
        (bytes32[] memory keys, ) = claims.usesOf(ClaimantId.toId(address(receivables), last));
        bool used = c.state != IReceivables.State.Registered && c.state != IReceivables.State.Voided;
        assertTrue(used == (keys.length != 0), "uses from the confirmation on");
    }

    /// @notice Everything is true at the end.
    function afterInvariant() external view {
        _assertAll();
    }

    /// @notice Steps picked by fixed numbers do all that a run can do: random runs prove nothing about what never acts.
    function testEveryStepActs() external {
        for (uint256 i = 0; i < 1_000; i++) {
            uint256 seed = uint256(keccak256(abi.encode(i)));
            bytes4 step = steps[seed % steps.length];
            (bool done, ) = address(handler).call(abi.encodeWithSelector(step, seed >> 8));
            assertTrue(done, "a step reverted");
        }
        for (uint256 i = 0; i < steps.length; i++) assertTrue(handler.acted(steps[i]) != 0, "a step never acted");
        _assertAll();
    }

    function _assertAll() private view {
        uint256 count = handler.caseCount();
        assertEq(receivables.receivableCount(), count, "receivables");
        for (uint32 id = 1; id <= count; id++) _assertCase(id);
        _assertLimits(count);
        for (uint256 i = 0; i < handler.tagCount(); i++) _assertTag(handler.tags(i));
    }

    function _assertCase(uint32 id) private view {
        ReceivablesModel.Case memory c = handler.caseOf(id);
        IReceivables.Receivable memory r = receivables.receivableOf(id);
        assertEq(uint8(r.state), uint8(c.state), "state");
        assertEq(r.amount, c.amount, "amount");
        assertEq(r.openAmount, c.open, "open amount");
        assertEq(r.dueDay, c.dueDay, "I10");
        uint72 live = certificates.totalsOf(id).live;
        uint72 retired = certificates.totalsOf(id).retired;
        bool issued = c.state == IReceivables.State.Accepted || c.state == IReceivables.State.Discharged;
        assertEq(live, issued ? c.open : 0, "live is open");
        assertEq(uint256(live) + retired, issued ? c.amount : 0, "I1");
        IClaimErrors.Phase phase = claims.phaseOf(ClaimantId.toId(address(receivables), id));
        assertEq(uint8(phase), uint8(_phaseOf(c.state)), "phase");
    }

    function _phaseOf(IReceivables.State state) private pure returns (IClaimErrors.Phase) {
        if (state == IReceivables.State.Confirmed) return IClaimErrors.Phase.Reserved;
        if (state == IReceivables.State.Accepted) return IClaimErrors.Phase.Live;
        if (state == IReceivables.State.Discharged) return IClaimErrors.Phase.Satisfied;
        if (state == IReceivables.State.Rejected || state == IReceivables.State.Expired)
            return IClaimErrors.Phase.Released;
        return IClaimErrors.Phase.None;
    }

    function _assertLimit(uint32 obligor, bytes3 currency) private view {
        ReceivablesModel.Limit memory expected = handler.limitOf(obligor, currency);
        (uint72 limit, uint72 inUse) = receivables.limitOf(obligor, currency);
        assertEq(inUse, expected.inUse, "in use");
        assertEq(limit, expected.limit < expected.ceiling ? expected.limit : expected.ceiling, "limit");
    }

    /// @dev I4: what is in use is the sum of what is open.
    function _assertLimits(uint256 count) private view {
        uint256[2][2] memory open;
        for (uint32 id = 1; id <= count; id++) {
            IReceivables.Receivable memory r = receivables.receivableOf(id);
            open[r.obligor - OBLIGOR_A][r.currency == "CNY" ? 0 : 1] += r.openAmount;
        }
        for (uint32 i = 0; i < 4; i++) {
            (uint32 obligor, bytes3 currency) = (OBLIGOR_A + i / 2, i % 2 == 0 ? bytes3("CNY") : bytes3("USD"));
            _assertLimit(obligor, currency);
            (, uint72 inUse) = receivables.limitOf(obligor, currency);
            assertEq(inUse, open[i / 2][i % 2], "I4: in use is what is open");
        }
    }

    function _assertTag(bytes32 tag) private view {
        IClaims.Tally memory t = claims.tallyOf(0, tag);
        ReceivablesModel.Thing memory expected = handler.thingOf(tag);
        assertEq(t.exists, expected.exists, "exists");
        assertEq(t.reserved, expected.reserved, "reserved");
        assertEq(t.committed, expected.committed, "committed");
        assertEq(t.unit, expected.unit, "unit");
        assertAtMost(uint256(t.reserved) + t.committed, t.exists, "I5");
    }
}
