// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {ILienTypes} from "../../../contracts/interfaces/ILienTypes.sol";
import {ISplitToken} from "../../../contracts/interfaces/ISplitToken.sol";
import {PositionLib} from "../../../contracts/types/Position.sol";
import {LedgerSetup} from "../helpers/LedgerSetup.sol";
import {LiensHandler} from "./LiensHandler.sol";
import {LiensWorld} from "./LiensWorld.sol";

/// @title LiensInvariants
/// @notice I7: per position, active liens never exceed the value, and a lien ends only by release, enforcement or
/// payment to the secured party. I3: what is held is what liens and reservations hold.
contract LiensInvariants is LedgerSetup {
    LiensHandler private handler;
    bytes4[] private steps;
    mapping(uint256 id => uint256) private pledged;
    mapping(uint256 id => uint256) private proposed;

    function setUp() external {
        deployLedger();
        address secondLegal = vm.addr(uint256(keccak256("second legal account")));
        vm.prank(accountOf(LEGAL));
        members.addAccount(secondLegal, 0);
        vm.warp(block.timestamp + 48 hours);
        _openCirculation();
        handler = new LiensHandler(
            LiensWorld.Ledger(receivables, certificates, settlement, runs, liens),
            LiensWorld.Cast(OBLIGOR_A, BANK, LEGAL, secondLegal, [SUPPLIER_A, SUPPLIER_B], [FINANCIER_A, FINANCIER_B])
        );
        steps = [
            LiensHandler.pledge.selector,
            LiensHandler.accept.selector,
            LiensHandler.endProposal.selector,
            LiensHandler.release.selector,
            LiensHandler.enforce.selector,
            LiensHandler.sell.selector,
            LiensHandler.endSale.selector,
            LiensHandler.deliver.selector,
            LiensHandler.pass.selector,
            LiensHandler.settle.selector,
            LiensHandler.settleWaiting.selector,
            LiensHandler.freeze.selector,
            LiensHandler.wait_.selector
        ];
        handler.pledge(1);
        target(address(handler), steps);
    }

    /// @notice I7 by lien, against what it lost and by whose word.
    function invariantLiensLoseNothingUnseen() public view {
        for (uint256 i = 0; i < handler.lienCount(); i++) {
            uint256 lien = handler.ids(i);
            ILienTypes.Lien memory l = liens.lienOf(lien);
            assertEq(handler.began(lien), l.amount + handler.lost(lien), "I7: released, enforced or paid");
            assertTrue((l.amount == 0) == (l.state == ILienTypes.State.Ended), "I7: nothing left is ended");
        }
    }

    /// @notice I7 and I3 by position.
    function invariantPositionsHoldWhatLiensHave() public {
        _sum();
        for (uint256 i = 0; i < handler.slotCount(); i++) {
            uint32 slot = handler.slots(i);
            uint32 serials = certificates.slotInfo(slot).serials;
            for (uint32 serial = 1; serial <= serials; serial++) {
                uint256 id = (uint256(slot) << 32) | serial;
                (ISplitToken.Link memory p, ) = certificates.positionOf(id);
                assertAtMost(pledged[id], p.held, "I7: active liens are held");
                assertAtMost(p.held, p.value, "I3: held is at most the value");
                assertTrue((p.flags & PositionLib.PLEDGED != 0) == (pledged[id] != 0), "flagged where it is pledged");
                bool open = !certificates.slotInfo(slot).closed;
                if (open) assertAtMost(pledged[id] + proposed[id], p.held, "I3: proposals are held");
                _assertRank(id);
            }
        }
    }

    /// @notice Steps picked by fixed numbers do all that a run can do: random runs prove nothing about what never acts.
    function testEveryStepActs() external {
        for (uint256 i = 0; i < 1_500; i++) {
            uint256 seed = uint256(keccak256(abi.encode(i)));
            (bool done, ) = address(handler).call(abi.encodeWithSelector(steps[seed % steps.length], seed >> 8));
            assertTrue(done, "a step reverted");
        }
        for (uint256 i = 0; i < steps.length; i++) assertTrue(handler.acted(steps[i]) > 2, "a step hardly acted");
        invariantLiensLoseNothingUnseen();
        invariantPositionsHoldWhatLiensHave();
    }

    /// @dev Sums of liens by position, of this call alone.
    function _sum() private {
        for (uint256 i = 0; i < handler.lienCount(); i++) {
            ILienTypes.Lien memory l = liens.lienOf(handler.ids(i));
            (pledged[l.token], proposed[l.token]) = (0, 0);
        }
        for (uint256 i = 0; i < handler.lienCount(); i++) {
            ILienTypes.Lien memory l = liens.lienOf(handler.ids(i));
            if (l.state == ILienTypes.State.Proposed) proposed[l.token] += l.amount;
            else pledged[l.token] += l.amount;
        }
    }

    /// @dev Settlement pays by registration, equal ones by their ids, and knows every active lien.
    function _assertRank(uint256 id) private view {
        uint256[] memory ranked = liens.liensOn(address(certificates), id);
        assertAtMost(ranked.length, 8, "eight liens at most");
        uint256 sum;
        for (uint256 i = 0; i < ranked.length; i++) {
            ILienTypes.Lien memory l = liens.lienOf(ranked[i]);
            sum += l.amount;
            if (i == 0) continue;
            uint40 before = liens.lienOf(ranked[i - 1]).registeredAt;
            assertTrue(
                before < l.registeredAt || (before == l.registeredAt && ranked[i - 1] < ranked[i]),
                "liens are in the order of their registration"
            );
        }
        assertEq(sum, pledged[id], "I7: settlement knows every active lien");
    }

    function _openCirculation() private {
        vm.prank(accountOf(OPERATOR));
        rules.setCeiling(OBLIGOR_A, "CNY", type(uint72).max, 0);
        vm.prank(accountOf(OBLIGOR_A));
        receivables.setLimit("CNY", type(uint72).max, 0);
        vm.prank(accountOf(SUPPLIER_A));
        certificates.setStandingAcceptance(SUPPLIER_B, type(uint40).max, "frame", 0);
        vm.prank(accountOf(SUPPLIER_B));
        certificates.setStandingAcceptance(SUPPLIER_A, type(uint40).max, "frame", 0);
    }
}
