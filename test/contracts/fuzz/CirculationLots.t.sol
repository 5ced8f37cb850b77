// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {ISplitToken} from "../../../contracts/interfaces/ISplitToken.sol";
import {ISplitTokenErrors} from "../../../contracts/interfaces/ISplitTokenErrors.sol";
import {LedgerSetup} from "../helpers/LedgerSetup.sol";

/// @title CirculationLotsFuzz
/// @notice The lot rule over any value, hold, part and minimum: a part is the whole or at least the minimum lot, and
/// its free rest is nothing or at least that; what is held never moves.
contract CirculationLotsFuzz is LedgerSetup {
    uint32 private constant SLOT = 900;
    uint256 private constant ROOT = (uint256(SLOT) << 32) | 1;

    function setUp() external {
        deployLedger();
        vm.prank(accountOf(SUPPLIER_B));
        certificates.setStandingAcceptance(SUPPLIER_A, type(uint40).max, 0, 0);
    }

    function testAPassKeepsTheLotRule(uint72 value, uint72 held, uint72 part, uint64 minLot) external {
        (value, held, part) = _position(value, held, part, minLot);
        bytes memory refusal = _refusal(value, held, part, minLot);
        vm.prank(accountOf(SUPPLIER_A));
        if (refusal.length != 0) vm.expectRevert(refusal);
        certificates.transfer(ROOT, SUPPLIER_B, part, 0, 0);
        _assertValues(value, held, refusal.length == 0 ? part : 0);
    }

    function testABatchOfOneKeepsTheLotRule(uint72 value, uint72 held, uint72 part, uint64 minLot) external {
        (value, held, part) = _position(value, held, part, minLot);
        bytes memory refusal = _refusal(value, held, part, minLot);
        // A fault of the item itself is told as the item's; a rest that is too small is the batch's.
        bool itsOwn = part == 0 || part > value - held || (part < minLot && part != value);
        if (itsOwn) refusal = abi.encodeWithSelector(ISplitTokenErrors.SplitTokenBatchItem.selector, 0, refusal);
        ISplitToken.Pass[] memory passes = new ISplitToken.Pass[](1);
        passes[0] = ISplitToken.Pass(SUPPLIER_B, part, 0);
        vm.prank(accountOf(SUPPLIER_A));
        if (refusal.length != 0) vm.expectRevert(refusal);
        certificates.transferBatch(ROOT, passes, 0);
        _assertValues(value, held, refusal.length == 0 ? part : 0);
    }

    /// @dev Small numbers meet the edges; the rest covers the range.
    function _position(uint72 value, uint72 held, uint72 part, uint64 minLot) private returns (uint72, uint72, uint72) {
        bool small = value % 4 != 0;
        value = uint72(bound(value, 1, small ? uint256(minLot) * 3 + 1 : type(uint72).max));
        held = held % 2 == 0 ? 0 : uint72(bound(held, 0, value));
        part = uint72(bound(part, 0, value));
        ISplitToken.Slot memory slot;
        slot.noticeTo = OBLIGOR_A;
        slot.dueDay = type(uint16).max;
        (slot.maxTier, slot.warnTier, slot.maxSplits, slot.warnSplits) = (9, 9, 99, 99);
        slot.minLot = minLot;
        vm.prank(address(receivables));
        certificates.issue(SLOT, SUPPLIER_A, value, slot, 0);
        if (held != 0) {
            vm.prank(address(factoring));
            certificates.hold(ROOT, SUPPLIER_A, held, type(uint40).max, 0);
        }
        return (value, held, part);
    }

    function _refusal(uint72 value, uint72 held, uint72 part, uint64 minLot) private pure returns (bytes memory) {
        uint72 free = value - held;
        if (part == 0) return abi.encodeWithSelector(ISplitTokenErrors.SplitTokenZeroValue.selector, ROOT);
        if (part > free) {
            return abi.encodeWithSelector(ISplitTokenErrors.SplitTokenExceedsFree.selector, ROOT, free, part);
        }
        if (part == value) return "";
        uint72 rest = free - part;
        bytes4 below = ISplitTokenErrors.SplitTokenBelowMinLot.selector;
        if (part < minLot) return abi.encodeWithSelector(below, ROOT, part, minLot);
        if (rest != 0 && rest < minLot) return abi.encodeWithSelector(below, ROOT, rest, minLot);
        return "";
    }

    function _assertValues(uint72 value, uint72 held, uint72 passed) private view {
        (ISplitToken.Link memory root, ) = certificates.positionOf(ROOT);
        assertEq(root.value, value - passed, "what stays");
        assertEq(root.held, held, "what is held");
        assertEq(certificates.totalsOf(SLOT).live, value, "live");
        if (passed == 0) return;
        (ISplitToken.Link memory child, uint256 parent) = certificates.positionOf(ROOT + 1);
        assertEq(child.value, passed, "what goes");
        assertEq(parent, ROOT, "parent");
        assertEq(child.tier, 2, "tier");
    }
}
